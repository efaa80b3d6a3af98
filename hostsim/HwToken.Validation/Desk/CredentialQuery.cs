namespace HwToken.Validation.Desk;

/// <summary>Which credentials somebody looks for.</summary>
/// <param name="Text">Any part of the ID, of the lot's name or of the holder, in any case; empty for all.</param>
/// <param name="State">The state as the desk shows it; null for all.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record CredentialQuery(string Text, ShownState? State = null, int Limit = 50);

/// <summary>A credential's state as the desk shows it: a lock comes before what lies under it.</summary>
public enum ShownState
{
    /// <summary>Imported, not yet registered.</summary>
    Inactive,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Locked by failures.</summary>
    Locked,

    /// <summary>Reported lost.</summary>
    Suspended,

    /// <summary>Ended for good.</summary>
    Revoked,
}
