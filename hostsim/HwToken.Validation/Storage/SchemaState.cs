namespace HwToken.Validation.Storage;

/// <summary>What of the schema a database has.</summary>
internal enum SchemaState
{
    /// <summary>Nothing yet.</summary>
    Empty,

    /// <summary>Not every migration.</summary>
    Behind,

    /// <summary>All of it.</summary>
    Current,
}
