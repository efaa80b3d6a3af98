using HwToken.Pskc.Reading;

namespace HwToken.Pskc;

/// <summary>A PSKC file that was read to the end once and found good in every part: signature (when a certificate was given), every MAC, every
/// value, every ID. Keys are then read again one at a time, so memory does not grow with their number.</summary>
public sealed class PskcDocument : IDisposable
{
    private readonly PskcSource source;
    private readonly PskcReadOptions options;
    private readonly Stream? owned;

    internal PskcDocument(PskcSource source, PskcReadOptions options, ContainerPass pass, PskcSignatureStatus signature, Stream? owned)
    {
        this.source = source;
        this.options = options;
        this.owned = owned;
        Signature = signature;
        ContainerId = pass.ContainerId;
        Encrypted = pass.Encrypted;
        Count = pass.Count;
        Lot = pass.Lot;
    }

    /// <summary>Absent, unchecked or valid; an invalid signature never gets this far.</summary>
    public PskcSignatureStatus Signature { get; }

    /// <summary>Id of the container, or null.</summary>
    public string? ContainerId { get; }

    /// <summary>The secrets in the file are encrypted.</summary>
    public bool Encrypted { get; }

    /// <summary>Number of keys.</summary>
    public int Count { get; }

    /// <summary>What the lot says of itself, or null.</summary>
    public PskcLot? Lot { get; }

    /// <summary>Reads the keys. Each belongs to the caller, who disposes it before taking the next. Enumerate as often as needed, one enumeration at a time.
    /// Every block of the file is compared with the first pass before it is parsed, so no key can appear that was not checked; an importer
    /// that commits only after the last key takes all or nothing even if the disk fails half-way.</summary>
    /// <exception cref="PskcException">The file was changed since it was opened (<see cref="PskcError.ChangedWhileReading"/>).</exception>
    public IEnumerable<PskcKey> Keys() => new ContainerPass(source, options).Keys();

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

    /// <summary>Closes the file if <see cref="PskcReader.Open(string, PskcReadOptions)"/> opened it.</summary>
    public void Dispose() => owned?.Dispose();
}
