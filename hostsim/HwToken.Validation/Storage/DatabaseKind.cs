namespace HwToken.Validation.Storage;

/// <summary>Which database holds the credentials.</summary>
public enum DatabaseKind
{
    /// <summary>One file; several processes of one machine may share it.</summary>
    Sqlite,

    /// <summary>A server; any number of processes.</summary>
    Postgres,
}
