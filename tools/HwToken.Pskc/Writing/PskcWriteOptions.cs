using System.Security.Cryptography.X509Certificates;

namespace HwToken.Pskc;

/// <summary>How a file is protected and signed.</summary>
public sealed record PskcWriteOptions
{
    /// <summary>Fewest PBKDF2 rounds that are written.</summary>
    public const int MinPbkdf2Rounds = 100_000;

    /// <summary>Algorithms.</summary>
    public required PskcProfile Profile { get; init; }

    /// <summary>Pre-shared key (16 bytes for portable, 32 for strong) or passphrase. The caller disposes it after the writer.</summary>
    public required PskcKeySource Protection { get; init; }

    /// <summary>Certificate with its RSA private key (2048 bits or more) to sign with; null for an unsigned file.</summary>
    public X509Certificate2? SigningCertificate { get; init; }

    /// <summary>Id of the container: an XML name (letter first, no spaces), or null.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Name under which the receiver knows the key or passphrase; stands in the file in clear.</summary>
    public string KeyName { get; init; } = "Pre-shared-key";

    /// <summary>PBKDF2 rounds, at least <see cref="MinPbkdf2Rounds"/>. Default 600,000.</summary>
    public int Pbkdf2Rounds { get; init; } = 600_000;
}
