namespace HwToken.Pskc;

/// <summary>The hash of the HMAC that makes the codes (RFC 6238, 1.2; PSKC element Suite). Absent in a file means SHA-1.</summary>
public enum PskcSuite
{
    /// <summary>HMAC-SHA-1, the only hash of RFC 4226.</summary>
    Sha1,

    /// <summary>HMAC-SHA-256.</summary>
    Sha256,

    /// <summary>HMAC-SHA-512.</summary>
    Sha512,
}
