using System.Globalization;
using NanoBoard.Events;

namespace NanoBoard.Output;

/// <summary>Draws clock and both data lines of an SPI bus in mode 0, the highest bit first: data stands while the clock is high.</summary>
internal sealed class SpiWave : Wave
{
    private const int BitsOfByte = 8;

    public SpiWave(SpiTransfer transfer)
        : base(transfer.At.UtcTicks)
    {
        long bit = Math.Max(2, TimeSpan.TicksPerSecond / transfer.BitsPerSecond);
        (string clock, string mosi, string miso) = (Clock(transfer.BusId), Mosi(transfer.BusId), Miso(transfer.BusId));
        for (int i = 0; i < transfer.Written.Length * BitsOfByte; i++)
        {
            int shift = BitsOfByte - 1 - (i % BitsOfByte);
            Put(clock, false);
            Put(mosi, (transfer.Written.Span[i / BitsOfByte] >> shift & 1) != 0);
            Put(miso, (transfer.Read.Span[i / BitsOfByte] >> shift & 1) != 0);
            Pass(bit / 2);
            Put(clock, true);
            Pass(bit - (bit / 2));
        }

        Put(clock, false);
    }

    public static string Clock(int bus) => string.Create(CultureInfo.InvariantCulture, $"k{bus}");

    public static string Mosi(int bus) => string.Create(CultureInfo.InvariantCulture, $"o{bus}");

    public static string Miso(int bus) => string.Create(CultureInfo.InvariantCulture, $"i{bus}");
}
