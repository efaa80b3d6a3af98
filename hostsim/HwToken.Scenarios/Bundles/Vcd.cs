using System.Globalization;
using System.Text;
using NanoBoard.Events;

namespace HwToken.Scenarios.Bundles;

/// <summary>
/// Lines over time as a value change dump (IEEE 1364, 18), for any logic analyser's program: the button, what the chip drives, and both I2C lines bit by bit,
/// so that such a program decodes them itself. One unit is 100 ns, the virtual board's tick.
/// </summary>
internal static class Vcd
{
    private const string Sda = "d";
    private const string Scl = "c";

    /// <summary>Writes what was seen on a board.</summary>
    public static byte[] Of(BoardTrace trace)
    {
        int[] pins = [.. trace.Levels.Select(level => level.Pin).Append(trace.Pins.Button).Distinct().Order()];
        IEnumerable<(long At, string Signal, char Value)> changes = trace.Levels.Select(level => (level.At.UtcTicks, Signal(level.Pin), Letter(level.IsHigh)))
            .Concat(trace.Transfers.SelectMany(Waves));
        (long At, string Signal, char Value)[] sorted = [.. changes.OrderBy(change => change.At)];
        long first = sorted.Length == 0 ? 0 : sorted[0].At;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"$comment time 0 is {new DateTimeOffset(first, TimeSpan.Zero):yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}{(trace.IsCut ? "; what was before is left out" : "")} $end\n");
        text.Append("$timescale 100 ns $end\n$scope module board $end\n");
        foreach (int pin in pins)
        {
            text.Append(CultureInfo.InvariantCulture, $"$var wire 1 {Signal(pin)} {(pin == trace.Pins.Button ? "button" : $"gpio{pin}")} $end\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"$var wire 1 {Sda} sda $end\n$var wire 1 {Scl} scl $end\n$upscope $end\n$enddefinitions $end\n");
        var now = new Dictionary<string, char> { [Sda] = '1', [Scl] = '1' };
        text.Append("#0\n$dumpvars\n");
        foreach (int pin in pins)
        {
            now[Signal(pin)] = pin == trace.Pins.Button ? '1' : 'z';
            text.Append(now[Signal(pin)]).Append(Signal(pin)).Append('\n');
        }

        text.Append("1d\n1c\n$end\n");
        long written = 0;
        foreach ((long at, string signal, char value) in sorted.Where(change => Differs(now, change)))
        {
            if (at - first != written)
            {
                written = at - first;
                text.Append(CultureInfo.InvariantCulture, $"#{written}\n");
            }

            text.Append(value).Append(signal).Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static bool Differs(Dictionary<string, char> now, (long At, string Signal, char Value) change)
    {
        bool differs = now[change.Signal] != change.Value;
        now[change.Signal] = change.Value;
        return differs;
    }

    private static string Signal(int pin) => string.Create(CultureInfo.InvariantCulture, $"p{pin}");

    private static char Letter(bool? isHigh) => isHigh switch
    {
        true => '1',
        false => '0',
        _ => 'z',
    };

    /// <summary>START, the bytes with their acknowledge bits, a repeated START before what is read, STOP (NXP UM10204, 3.1).</summary>
    private static IEnumerable<(long At, string Signal, char Value)> Waves(I2cTransfer transfer)
    {
        var wave = new I2cWave(transfer.At.UtcTicks, TimeSpan.TicksPerSecond / transfer.BitsPerSecond);
        if (transfer.Written.Length > 0 || transfer.Read.Length == 0)
        {
            wave.Start();
            wave.Byte((byte)(transfer.Address << 1), isAcknowledged: transfer.IsAcknowledged);
            foreach (byte value in transfer.Written.Span)
            {
                wave.Byte(value, isAcknowledged: true);
            }
        }

        if (transfer.Read.Length > 0)
        {
            wave.Start();
            wave.Byte((byte)((transfer.Address << 1) | 1), isAcknowledged: transfer.IsAcknowledged);
            for (int i = 0; i < transfer.Read.Length; i++)
            {
                // The reader leaves its last byte unacknowledged: that ends the device's turn.
                wave.Byte(transfer.Read.Span[i], isAcknowledged: i < transfer.Read.Length - 1);
            }
        }

        wave.Stop();
        return wave.Changes;
    }
}
