using HwToken.Pskc;

namespace HwToken.Factory.Sealing;

/// <summary>How a lot's seed file is written.</summary>
public sealed record SealOptions
{
    /// <summary>Algorithms.</summary>
    public required PskcProfile Profile { get; init; }

    /// <summary>Key or passphrase that the receiver has. The caller disposes it.</summary>
    public required PskcKeySource Protection { get; init; }

    /// <summary>Name under which the receiver knows it; stands in the file in clear.</summary>
    public string KeyName { get; init; } = "Pre-shared-key";

    /// <summary>The file to write.</summary>
    public required string Path { get; init; }

    /// <summary>By whom, for the audit trail.</summary>
    public required string Who { get; init; }

    /// <summary>Scrap what is not finished, instead of refusing.</summary>
    public bool ScrapsUnfinished { get; init; }
}
