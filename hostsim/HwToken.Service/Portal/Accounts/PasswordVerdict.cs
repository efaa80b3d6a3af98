namespace HwToken.Service.Portal.Accounts;

/// <summary>What a password was found to be.</summary>
public enum PasswordVerdict
{
    /// <summary>Unknown user or wrong password: nobody learns which.</summary>
    Wrong,

    /// <summary>Right, but too many wrong ones came before.</summary>
    Locked,

    /// <summary>Right.</summary>
    Right,
}
