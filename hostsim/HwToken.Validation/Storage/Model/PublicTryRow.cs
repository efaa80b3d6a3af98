namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>public_tries</c>: tries on the public pages about one credential ID, existing or not. An ID has its slot by a keyed digest,
/// so that their number is bounded whatever IDs are tried; two that share one by chance share their closings.</summary>
internal sealed class PublicTryRow
{
    /// <summary>0 to <see cref="Attempts.PublicTrySteps.Slots"/> - 1.</summary>
    public int Slot { get; init; }

    /// <summary>See <see cref="Rules.PublicLimit.Tries"/>.</summary>
    public int Tries { get; init; }

    /// <summary>See <see cref="Rules.PublicLimit.Closings"/>.</summary>
    public int Closings { get; init; }

    /// <summary>See <see cref="Rules.PublicLimit.ClosedUntil"/>.</summary>
    public long ClosedUntil { get; init; }

    /// <summary>Unix time in milliseconds of the last try.</summary>
    public long TriedAt { get; init; }

    /// <summary>See <see cref="Rules.RecentFailures"/>.</summary>
    public required byte[] RecentFailures { get; init; }
}
