using System.Globalization;
using System.Text;
using NanoBoard.Chips;
using NanoBoard.Events;

namespace NanoBoard.Output;

/// <summary>Writes a <see cref="BoardTrace"/> as a value change dump (IEEE 1364, 18). One unit is 100 ns, the virtual board's tick.</summary>
internal static class Vcd
{
    /// <summary>The file.</summary>
    public static byte[] Of(BoardTrace trace)
    {
        (long At, string Signal, char Value)[] changes =
        [
            .. trace.Levels.Select(level => (level.At.UtcTicks, Signal(level.Pin), Letter(level)))
                .Concat(trace.I2c.SelectMany(transfer => new I2cWave(transfer).Changes))
                .Concat(trace.Spi.SelectMany(transfer => new SpiWave(transfer).Changes))
                .Concat(Serial(trace, fromHost: true))
                .Concat(Serial(trace, fromHost: false))
                .OrderBy(change => change.Item1),
        ];
        long first = changes.Length == 0 ? 0 : changes[0].At;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"$comment time 0 is {new DateTimeOffset(first, TimeSpan.Zero):yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}{(trace.IsCut ? "; what was before is left out" : "")} $end\n");
        text.Append("$timescale 100 ns $end\n$scope module board $end\n");
        var now = new Dictionary<string, char>();
        foreach ((string signal, string name, char level) in Signals(trace))
        {
            now.Add(signal, level);
            text.Append(CultureInfo.InvariantCulture, $"$var wire 1 {signal} {name} $end\n");
        }

        text.Append("$upscope $end\n$enddefinitions $end\n#0\n$dumpvars\n");
        foreach ((string signal, char level) in now)
        {
            text.Append(level).Append(signal).Append('\n');
        }

        text.Append("$end\n");
        Write(text, changes, now, first);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, (long At, string Signal, char Value)[] changes, Dictionary<string, char> now, long first)
    {
        long written = 0;
        foreach ((long at, string signal, char value) in changes)
        {
            if (now[signal] == value)
            {
                continue;
            }

            now[signal] = value;
            if (at - first != written)
            {
                written = at - first;
                text.Append(CultureInfo.InvariantCulture, $"#{written}\n");
            }

            text.Append(value).Append(signal).Append('\n');
        }
    }

    /// <summary>Every signal that moved, the button, and both lines of I2C: its sign in the file, its name, its level before all changes.</summary>
    private static IEnumerable<(string Signal, string Name, char Level)> Signals(BoardTrace trace)
    {
        int button = trace.Pins.Button;
        foreach (int pin in trace.Levels.Select(level => level.Pin).Append(button).Where(pin => pin is >= 0 and < BoardLines.PinCount).Distinct().Order())
        {
            yield return (Signal(pin), pin == button ? "button" : string.Create(CultureInfo.InvariantCulture, $"gpio{pin}"), Letter(trace.Began[pin]));
        }

        yield return (I2cWave.Sda, "sda", '1');
        yield return (I2cWave.Scl, "scl", '1');
        foreach (int bus in trace.Spi.Select(transfer => transfer.BusId).Distinct().Order())
        {
            yield return (SpiWave.Clock(bus), string.Create(CultureInfo.InvariantCulture, $"spi{bus}_clock"), '0');
            yield return (SpiWave.Mosi(bus), string.Create(CultureInfo.InvariantCulture, $"spi{bus}_mosi"), '0');
            yield return (SpiWave.Miso(bus), string.Create(CultureInfo.InvariantCulture, $"spi{bus}_miso"), '0');
        }

        if (trace.Serial.Any())
        {
            yield return (UartWave.ToHost, "uart_tx", '1');
            yield return (UartWave.ToChip, "uart_rx", '1');
        }
    }

    /// <summary>One direction of the serial line. What is put on it while it is busy waits.</summary>
    private static IEnumerable<(long At, string Signal, char Value)> Serial(BoardTrace trace, bool fromHost)
    {
        long free = 0;
        foreach (UartTraffic traffic in trace.Serial.Where(traffic => traffic.FromHost == fromHost))
        {
            var wave = new UartWave(fromHost ? UartWave.ToChip : UartWave.ToHost, Math.Max(free, traffic.At.UtcTicks), traffic.Bytes.Span, trace.SerialBitsPerSecond);
            free = wave.At;
            foreach ((long, string, char) change in wave.Changes)
            {
                yield return change;
            }
        }
    }

    private static string Signal(int pin) => string.Create(CultureInfo.InvariantCulture, $"p{pin}");

    private static char Letter(LineChange line) => line.Holder == LineHolder.Nobody ? 'z' : line.Level ? '1' : '0';
}
