namespace HwToken.Validation.Rules;

/// <summary>What an operator can do to a credential.</summary>
public enum DeskVerb
{
    /// <summary>Lift the lock and forget the failures.</summary>
    Unlock,

    /// <summary>Lost: refuse its codes until resumed.</summary>
    Suspend,

    /// <summary>Found again.</summary>
    Resume,

    /// <summary>Refuse its codes for good.</summary>
    Revoke,
}
