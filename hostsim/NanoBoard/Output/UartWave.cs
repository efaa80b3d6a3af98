namespace NanoBoard.Output;

/// <summary>Draws a serial line that rests high: a start bit, eight bits with the lowest first, a stop bit.</summary>
internal sealed class UartWave : Wave
{
    public const string ToHost = "t";
    public const string ToChip = "r";

    /// <param name="signal">Which line.</param>
    /// <param name="at">When the first start bit begins, in ticks.</param>
    /// <param name="bytes">What goes over it.</param>
    /// <param name="bitsPerSecond">Its speed.</param>
    public UartWave(string signal, long at, ReadOnlySpan<byte> bytes, int bitsPerSecond)
        : base(at)
    {
        long bit = Math.Max(1, TimeSpan.TicksPerSecond / bitsPerSecond);
        foreach (byte value in bytes)
        {
            Put(signal, false);
            Pass(bit);
            for (int i = 0; i < 8; i++)
            {
                Put(signal, (value >> i & 1) != 0);
                Pass(bit);
            }

            Put(signal, true);
            Pass(bit);
        }
    }
}
