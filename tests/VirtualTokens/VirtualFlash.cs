using System.Collections.Concurrent;
using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;

namespace HwToken.VirtualTokens;

/// <summary>A token's flash: outlives power. Can cut the power before or in the middle of a write.</summary>
public sealed class VirtualFlash : IStore
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private int _writes;

    /// <summary>Cuts the power at the n-th write from now (1: the next); 0: never.</summary>
    public int CutAtWrite { get; set; }

    /// <summary>With a cut: half of the new content is there.</summary>
    public bool IsCutTorn { get; set; }

    /// <summary>Refuses writes, as worn-out flash does.</summary>
    public bool IsBroken { get; set; }

    public byte[] Read(string name) => _files.TryGetValue(name, out byte[] content) ? [.. content] : null;

    public bool TryWrite(string name, byte[] content)
    {
        if (IsBroken)
        {
            return false;
        }

        _writes++;
        if (CutAtWrite > 0 && --CutAtWrite == 0)
        {
            if (IsCutTorn)
            {
                _files[name] = content[..(content.Length / 2)];
            }

            throw new PowerLostException();
        }

        _files[name] = [.. content];
        return true;
    }

    public bool TryDelete(string name)
    {
        _files.TryRemove(name, out _);
        return true;
    }

    /// <summary>What a token with this flash holds; null: it is blank.</summary>
    public Credential Credential()
    {
        var copy = new VirtualFlash();
        foreach ((string name, byte[] content) in _files)
        {
            copy._files[name] = content;
        }

        var records = new TokenRecords(copy);
        records.Load();
        return records.Credential;
    }
}
