namespace HwToken.Pskc;

/// <summary>What is known of a file's XML signature.</summary>
public enum PskcSignatureStatus
{
    /// <summary>The file bears no signature.</summary>
    Absent,

    /// <summary>Signed, but no certificate was given to check against.</summary>
    Unchecked,

    /// <summary>The signature covers the whole container and fits the given certificate.</summary>
    Valid,

    /// <summary>The signature does not fit, or has a form that is refused.</summary>
    Invalid,
}
