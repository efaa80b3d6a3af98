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

    /// <summary>Leaves keys out that nothing here can use (another algorithm, a policy that cannot be enforced, a missing or odd value) and lists them
    /// (<see cref="SeedDocument.Refused"/>), instead of refusing the file. What puts the whole file in doubt refuses it all the same: a wrong MAC or
    /// signature, a wrong key, an ID that stands twice, damaged XML.</summary>
    public bool SkipForeign { get; init; }

    /// <summary>Decrypts RSA PKCS #1 v1.5 too. Never where strangers can send files and see the outcome: it tells them the content, bit by bit.</summary>
    public bool AllowRsa15 { get; init; }

    /// <summary>Upper bounds.</summary>
    public PskcLimits Limits { get; init; } = new();
}
