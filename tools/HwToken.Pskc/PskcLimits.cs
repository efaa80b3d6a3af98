namespace HwToken.Pskc;

/// <summary>Upper bounds on what the reader takes from a file that anybody may have written. All are checked before memory is spent.</summary>
public sealed record PskcLimits
{
    /// <summary>Most keys that a file may hold, in every tool and service of the house.</summary>
    public const int DefaultMaxKeys = 200_000;

    /// <summary>Most bytes of a file: room for <see cref="DefaultMaxKeys"/> packages of RFC 6030 with long names (HwToken's own take about 1.3 kB).</summary>
    public const long DefaultMaxBytes = 512L << 20;

    /// <summary>File size in bytes. Default <see cref="DefaultMaxBytes"/>.</summary>
    public long MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>Number of keys. Default <see cref="DefaultMaxKeys"/>.</summary>
    public int MaxKeys { get; init; } = DefaultMaxKeys;

    /// <summary>PBKDF2 rounds: a file may not keep the reader busy for minutes. Default 10,000,000 (some seconds).</summary>
    public int MaxPbkdf2Rounds { get; init; } = 10_000_000;

    /// <summary>Shortest shared secret in bytes. Default 16 (RFC 4226, R6: 128 bits at least).</summary>
    public int MinSecretBytes { get; init; } = 16;

    /// <summary>Longest shared secret in bytes. Default 128, the block of SHA-512.</summary>
    public int MaxSecretBytes { get; init; } = 128;
}
