namespace NanoBoard.Running;

/// <summary>SplitMix64. One stream a purpose, so that a fault more does not change the bounce of the button.</summary>
internal sealed class BoardRandom(int seed, RandomPurpose purpose)
{
    private ulong _state = ((ulong)(uint)seed << 32) ^ ((ulong)purpose * 0x9E3779B97F4A7C15UL);

    public ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    public uint NextUInt32() => (uint)(NextUInt64() >> 32);

    /// <summary>0 to <paramref name="limit"/> - 1.</summary>
    public int Next(int limit) => (int)(NextUInt32() % (uint)limit);

    /// <summary>0 to below 1.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    public void Fill(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)NextUInt32();
        }
    }
}
