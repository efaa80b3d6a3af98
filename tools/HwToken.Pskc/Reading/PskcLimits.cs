namespace HwToken.Pskc;

/// <summary>Upper bounds on what the reader takes from a file that anybody may have written. All are checked before memory is spent.</summary>
public sealed record PskcLimits
{
    /// <summary>File size in bytes. Default 256 MiB (a package that HwToken writes takes about 1.3 kB).</summary>
    public long MaxBytes { get; init; } = 256L << 20;

    /// <summary>Size in bytes of a stream that cannot seek and is therefore held in memory. Default 32 MiB.</summary>
    public int MaxBufferedBytes { get; init; } = 32 << 20;

    /// <summary>Number of key packages. Default 200,000.</summary>
    public int MaxKeys { get; init; } = 200_000;

    /// <summary>PBKDF2 rounds: a file may not keep the reader busy for minutes. Default 10,000,000 (some seconds).</summary>
    public int MaxPbkdf2Rounds { get; init; } = 10_000_000;

    /// <summary>Shortest shared secret in bytes. Default 16 (RFC 4226, R6: 128 bits at least).</summary>
    public int MinSecretBytes { get; init; } = 16;

    /// <summary>Longest shared secret in bytes. Default 128, the block of SHA-512.</summary>
    public int MaxSecretBytes { get; init; } = 128;
}
