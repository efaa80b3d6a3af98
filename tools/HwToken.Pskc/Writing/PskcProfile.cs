namespace HwToken.Pskc;

/// <summary>Which algorithms a file is written with.</summary>
public enum PskcProfile
{
    /// <summary>What every known reader takes: AES-128-CBC, HMAC-SHA1, PBKDF2 with HMAC-SHA1.</summary>
    Portable,

    /// <summary>AES-256-CBC, HMAC-SHA256, PBKDF2 with HMAC-SHA256: for HwToken's validation service and other modern readers.</summary>
    Strong,
}
