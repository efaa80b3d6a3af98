using System.Globalization;
using System.Text;
using NanoBoard.Events;
using NanoBoard.Output;

namespace NanoBoard.Tests.Output;

/// <summary>Lines and buses as a value change dump: a decoder of the wires alone finds the bytes again.</summary>
public sealed class BoardTraceTests
{
    [Fact]
    public void What_went_over_the_bus_is_read_back_from_the_levels_of_its_two_lines()
    {
        var board = new VirtualBoard(new BoardOptions(), () => { });
        var trace = new BoardTrace(board);
        DateTimeOffset at = board.Now;
        trace.Take(new I2cTransfer(at, 400_000, 0x3C, true, new byte[] { 0x40, 0xA5, 0x00 }, Array.Empty<byte>()));
        trace.Take(new I2cTransfer(at.AddMilliseconds(5), 400_000, 0x68, true, new byte[] { 0x00 }, new byte[] { 0x59, 0x30 }));
        trace.Take(new I2cTransfer(at.AddMilliseconds(9), 100_000, 0x11, false, Array.Empty<byte>(), Array.Empty<byte>()));
        Assert.Equal(["S 78+ 40+ A5+ 00+ P", "S D0+ 00+ S D1+ 59+ 30- P", "S 22- P"], DecodeI2c(Encoding.ASCII.GetString(trace.ToVcd())));
    }

    [Fact]
    public void A_line_is_low_high_or_floats_and_the_button_rests_high()
    {
        using var rig = new Rig(() =>
        {
            var gpio = new System.Device.Gpio.GpioController();
            gpio.OpenPin(13, System.Device.Gpio.PinMode.Output).Write(1);
            Thread.Sleep(100);
            gpio.Write(13, 0);
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        });
        var trace = new BoardTrace(rig.Board);
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        rig.Board.Button.Press(TimeSpan.FromMilliseconds(50));
        rig.Run(Rig.Second);
        string vcd = Encoding.ASCII.GetString(trace.ToVcd());
        Assert.Contains("$timescale 100 ns $end", vcd, StringComparison.Ordinal);
        Assert.Equal(["z", "0", "1", "0", "z"], LevelsOf(vcd, "p13"));
        string[] button = LevelsOf(vcd, "p27");
        Assert.Equal(("1", "1"), (button[0], button[^1]));
        Assert.Contains("0", button);
        Assert.False(trace.IsCut);
    }

    [Fact]
    public void Serial_bytes_and_spi_transfers_are_read_back_from_their_lines()
    {
        using var rig = new Rig(() =>
        {
            Rig.WireSerial();
            using var port = new System.IO.Ports.SerialPort("COM2", 115200);
            port.Open();
            port.Write([0xA5, 0x00], 0, 2);
            using var spi = System.Device.Spi.SpiDevice.Create(new System.Device.Spi.SpiConnectionSettings(1, 5) { ClockFrequency = 1_000_000 });
            spi.Write(new byte[] { 0x9F, 0x01 });
            Thread.Sleep(100);
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        });
        var trace = new BoardTrace(rig.Board);
        var silent = new BoardTrace(rig.Board, withSerial: false);
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        string vcd = Encoding.ASCII.GetString(trace.ToVcd());
        Assert.Equal([0xA5, 0x00], DecodeSerial(vcd, "t", 10_000_000 / 115200));
        Assert.Equal([0x9F, 0x01], DecodeSpi(vcd));
        Assert.DoesNotContain("uart", Encoding.ASCII.GetString(silent.ToVcd()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_run_the_newest_part_is_kept_and_the_file_says_so()
    {
        var board = new VirtualBoard(new BoardOptions(), () => { });
        var trace = new BoardTrace(board);
        for (int i = 0; i < 100; i++)
        {
            trace.Take(new I2cTransfer(board.Now.AddSeconds(i), 400_000, 0x3C, true, new byte[1000], Array.Empty<byte>()));
        }

        Assert.True(trace.IsCut);
        string vcd = Encoding.ASCII.GetString(trace.ToVcd());
        Assert.Contains("what was before is left out", vcd, StringComparison.Ordinal);
        Assert.Equal(24, DecodeI2c(vcd).Length);
    }

    private static string[] LevelsOf(string vcd, string signal) =>
        [.. vcd.Split('\n').Where(line => line.Length == signal.Length + 1 && line.EndsWith(signal, StringComparison.Ordinal)).Select(line => line[..1])];

    /// <summary>Each change of a signal, with its time.</summary>
    private static IEnumerable<(long At, string Signal, char Value)> Changes(string vcd)
    {
        long at = 0;
        foreach (string line in vcd[vcd.IndexOf("#0", StringComparison.Ordinal)..].Split('\n').Where(line => line.Length > 0 && line[0] != '$'))
        {
            if (line[0] == '#')
            {
                at = long.Parse(line[1..], CultureInfo.InvariantCulture);
            }
            else
            {
                yield return (at, line[1..], line[0]);
            }
        }
    }

    private static byte[] DecodeSerial(string vcd, string signal, long bit)
    {
        (long At, string Signal, char Value)[] changes = [.. Changes(vcd).Where(change => change.Signal == signal)];
        char LevelAt(long at) => changes.Last(change => change.At <= at).Value;
        var bytes = new List<byte>();
        for (long free = 0; changes.FirstOrDefault(change => change.At >= free && change.Value == '0') is { Signal: not null } start; free = start.At + (19 * bit / 2))
        {
            bytes.Add((byte)Enumerable.Range(0, 8).Sum(i => (LevelAt(start.At + (bit * (3 + (2 * i)) / 2)) - '0') << i));
        }

        return [.. bytes];
    }

    private static byte[] DecodeSpi(string vcd)
    {
        char data = '0';
        var bits = new List<int>();
        foreach ((_, string signal, char value) in Changes(vcd))
        {
            data = signal == "o1" ? value : data;
            if (signal == "k1" && value == '1')
            {
                bits.Add(data - '0');
            }
        }

        return [.. bits.Chunk(8).Select(byteOfBits => (byte)byteOfBits.Aggregate((a, b) => (a << 1) | b))];
    }

    /// <summary>START, bytes with + or - for the acknowledge bit, STOP: one text a transfer. Knows the two lines and nothing else.</summary>
    private static string[] DecodeI2c(string vcd)
    {
        var frames = new List<string>();
        var frame = new StringBuilder();
        (char sda, char scl, int bits, int value) = ('1', '1', 0, 0);
        foreach (string line in vcd.Split('\n'))
        {
            if (line is ['0' or '1', 'd'])
            {
                if (scl == '1' && line[0] != sda)
                {
                    frame.Append(line[0] == '0' ? "S " : "P");
                    (bits, value) = (0, 0);
                    if (line[0] == '1')
                    {
                        frames.Add(frame.ToString());
                        frame.Clear();
                    }
                }

                sda = line[0];
            }
            else if (line is ['0' or '1', 'c'])
            {
                if (line[0] == '1' && scl == '0' && ++bits <= 9)
                {
                    value = bits < 9 ? (value << 1) | (sda - '0') : value;
                    if (bits == 9)
                    {
                        frame.Append(value.ToString("X2", CultureInfo.InvariantCulture)).Append(sda == '0' ? "+ " : "- ");
                        (bits, value) = (0, 0);
                    }
                }

                scl = line[0];
            }
        }

        return [.. frames.Where(text => text.StartsWith('S'))];
    }
}
