using HwToken.Pskc.Reading;

namespace HwToken.Pskc;

/// <summary>A seed file that was read to the end once and found good in every part: signature (when a certificate was given), every MAC, every
/// value, every ID. Keys are then read again one at a time, so memory does not grow with their number.</summary>
public sealed class SeedDocument : IDisposable
{
    private readonly Func<SeedPass> again;
    private readonly Stream? owned;

    internal SeedDocument(SeedPass first, Func<SeedPass> again, PskcSignatureStatus signature, Stream? owned)
    {
        this.again = again;
        this.owned = owned;
        Format = first.Format;
        Signature = signature;
        ContainerId = first.ContainerId;
        Encrypted = first.Encrypted;
        Count = first.Count;
        Lot = first.Lot;
        Refused = first.Refused;
        Remarks = first.Remarks;
    }

    /// <summary>What the file is.</summary>
    public SeedFormat Format { get; }

    /// <summary>Absent, unchecked or valid; an invalid signature never gets this far. Formats other than PSKC have none.</summary>
    public PskcSignatureStatus Signature { get; }

    /// <summary>Id of the container, or null.</summary>
    public string? ContainerId { get; }

    /// <summary>The secrets in the file are encrypted.</summary>
    public bool Encrypted { get; }

    /// <summary>Number of keys that <see cref="Keys"/> hands out.</summary>
    public int Count { get; }

    /// <summary>What the lot says of itself, or null.</summary>
    public PskcLot? Lot { get; }

    /// <summary>Keys that were left out, in the order of the file; empty without <see cref="PskcReadOptions.SkipForeign"/>.</summary>
    public IReadOnlyList<SeedRefusal> Refused { get; }

    /// <summary>What whoever reads the file should know: guesses that a dialect asks for, doubts that no check can settle. Sentences.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Reads the keys. Each belongs to the caller, who disposes it before taking the next. Enumerate as often as needed, one enumeration at a time.
    /// Every block of the file is compared with the first pass before it is parsed, so no key can appear that was not checked; an importer
    /// that commits only after the last key takes all or nothing even if the disk fails half-way.</summary>
    /// <exception cref="PskcException">The file was changed since it was opened (<see cref="PskcError.ChangedWhileReading"/>).</exception>
    public IEnumerable<PskcKey> Keys() => again().Keys();

    /// <summary>All keys at once, for files that fit in memory. The caller disposes each.</summary>
    public IReadOnlyList<PskcKey> ReadAll()
    {
        var keys = new List<PskcKey>(Count);
        try
        {
            keys.AddRange(Keys());
            return keys;
        }
        catch
        {
            keys.ForEach(key => key.Dispose());
            throw;
        }
    }

    /// <summary>Closes the file if <see cref="SeedReader.Open(string, PskcReadOptions)"/> opened it.</summary>
    public void Dispose() => owned?.Dispose();
}
