namespace HwToken.Validation.Health;

/// <summary>Why the service cannot do its work.</summary>
public enum NotReady
{
    /// <summary>The database does not answer.</summary>
    NoDatabase,

    /// <summary>Nothing can be written: database or epoch file.</summary>
    NoWrite,

    /// <summary>The key file is missing or does not fit the database.</summary>
    WrongKey,
}
