using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>What a power cut inside a durable step leaves behind. Harsher than littlefs on purpose.</summary>
internal static class TornFile
{
    /// <summary>Changes the files as the torn step would.</summary>
    public delegate void Tear(IDictionary<string, byte[]> files, BoardRandom random);

    /// <summary>The new file is there or not.</summary>
    public static Tear Create(string name) => (files, random) =>
    {
        if (random.Next(2) == 0)
        {
            files[name] = [];
        }
    };

    /// <summary>The first bytes are new; then comes the old content, erased flash, or nothing.</summary>
    public static Tear Write(string name, byte[] content) => (files, random) =>
    {
        byte[] old = files.TryGetValue(name, out byte[]? before) ? before : [];
        int written = random.Next(content.Length + 1);
        byte[] rest = random.Next(3) switch
        {
            0 => old.Length > written ? old[written..] : [],
            1 => Erased(content.Length - written),
            _ => [],
        };
        files[name] = [.. content[..written], .. rest];
    };

    /// <summary>The file is gone, or part of it is still there.</summary>
    public static Tear Delete(string name) => (files, random) =>
    {
        byte[] old = files[name];
        files.Remove(name);
        if (random.Next(2) == 0)
        {
            files[name] = old[..random.Next(old.Length + 1)];
        }
    };

    private static byte[] Erased(int length)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, (byte)0xFF);
        return bytes;
    }
}
