namespace HwToken.Validation;

/// <summary>What opening the service may make or change.</summary>
public enum OpenMode
{
    /// <summary>Makes folder, database and keys at the first start.</summary>
    Create,

    /// <summary>Writes, but makes nothing: what is not there is an error.</summary>
    Existing,

    /// <summary>Reads alone, from a read-only medium too.</summary>
    ReadOnly,
}
