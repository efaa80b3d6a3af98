using HwToken.Firmware.Board;

namespace HwToken.Firmware.Tests.Fakes;

/// <summary>Files in a dictionary. Can refuse writes, or lie about them.</summary>
internal sealed class MemoryStore : IStore
{
    public Dictionary<string, byte[]> Files { get; } = [];

    public bool RefusesWrites { get; set; }

    public bool LosesWrites { get; set; }

    public byte[]? Read(string name) => Files.TryGetValue(name, out byte[]? content) ? (byte[])content.Clone() : null;

    public bool TryWrite(string name, byte[] content)
    {
        if (!RefusesWrites && !LosesWrites)
        {
            Files[name] = (byte[])content.Clone();
        }

        return !RefusesWrites;
    }

    public bool TryDelete(string name)
    {
        Files.Remove(name);
        return true;
    }

    public string Fingerprint() =>
        string.Join(";", Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + "=" + Convert.ToHexString(f.Value)));
}
