namespace HwToken.HostSim.Portal.Accounts;

/// <summary>What a password was found to be.</summary>
internal enum PasswordVerdict
{
    /// <summary>Unknown user or wrong password: nobody is told which.</summary>
    Wrong,

    /// <summary>Right, but too many wrong ones came before.</summary>
    Locked,

    /// <summary>Right.</summary>
    Right,
}
