namespace HwToken.Validation;

/// <summary>What the service desk has made of a credential. The numbers stand in the database: never renumber. The lock is apart from it:
/// a suspended credential may be locked too, and resuming it does not unlock it.</summary>
public enum CredentialState
{
    /// <summary>Imported, not yet enrolled by a customer.</summary>
    Inactive = 0,

    /// <summary>Enrolled.</summary>
    Active = 1,

    /// <summary>Lost, perhaps to be found again.</summary>
    Suspended = 2,

    /// <summary>Revoked, for good.</summary>
    Revoked = 3,
}
