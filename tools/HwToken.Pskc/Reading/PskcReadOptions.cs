using System.Security.Cryptography.X509Certificates;

namespace HwToken.Pskc;

/// <summary>What the reader is given and what it demands.</summary>
public sealed record PskcReadOptions
{
    /// <summary>Key or passphrase of an encrypted file. The caller disposes it after the document.</summary>
    public PskcKeySource? KeySource { get; init; }

    /// <summary>The certificate whose key must have signed the file (RSA of 2048 bits or more, or ECDSA). When given, an unsigned or badly signed file is
    /// refused before any secret is decrypted. Certificates inside the file are never used, and this one's dates are not looked at:
    /// whoever gives it vouches for it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Takes RSA-SHA1 signatures too, which is all that <c>pskctool --sign</c> makes. SHA-1 collisions are practical: off by default.</summary>
    public bool AllowSha1Signature { get; init; }

    /// <summary>Refuses files with secrets in clear. A file that announces encryption may never hold a secret in clear, whatever this says.</summary>
    public bool RequireEncryption { get; init; }

    /// <summary>Upper bounds.</summary>
    public PskcLimits Limits { get; init; } = new();
}
