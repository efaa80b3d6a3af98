using System.IO.Ports;
using NanoBoard.Chips;
using NanoBoard.Events;
using nanoFramework.Device.OneWire;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Api;

public sealed class OneWireTests
{
    [Fact]
    public void A_search_finds_every_chip_once_and_prints_them()
    {
        byte[][] found = [];
        using Rig rig = On(host => found = [.. host.FindAllDevices().Cast<byte[]>()], new Memory(0x01, 0x123456789ABC), new Memory(0x01, 0x123456789ABD), new Memory(0x28, 5));
        Assert.Equal(3, found.Length);
        Assert.Equal(3, found.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(found, address => Assert.Equal(0, OneWireChip.Crc(address)));
        Assert.Contains(found, address => Convert.ToHexString(address).StartsWith("01BD9A78563412", StringComparison.Ordinal));
        Assert.Equal(found.Select(Convert.ToHexString), rig.Events<TextPrinted>().Select(line => line.Text));
    }

    [Fact]
    public void A_chip_answers_to_its_address_and_leaves_the_line_to_others()
    {
        Memory[] chips = [new(0x01, 1) { Content = 0x11 }, new(0x01, 2) { Content = 0x22 }];
        On(
            host =>
            {
                foreach (Memory chip in chips)
                {
                    Assert.True(host.TouchReset());
                    host.WriteByte(0x55);
                    Array.ForEach(chip.Address.ToArray(), value => Assert.Equal(1, host.WriteByte(value)));
                    host.WriteByte(0xAA);
                    Assert.Equal(chip.Content, host.ReadByte());
                    Assert.Equal(0xFF, host.ReadByte());
                }

                host.TouchReset();
                host.WriteByte(0x55);
                Array.ForEach(new byte[8], value => host.WriteByte(value));
                host.WriteByte(0xAA);
                Assert.Equal(0xFF, host.ReadByte());
            },
            chips).Dispose();
    }

    [Fact]
    public void One_chip_can_be_asked_for_its_address_and_several_talk_at_once()
    {
        var alone = new Memory(0x01, 0x0F) { Content = 0x0F };
        using Rig rig = On(host => Assert.Equal(alone.Address.ToArray(), Read(host, 0x33, 8)), alone);
        On(host => Assert.Equal([0x05], Read(host, 0xCC, 1, 0xAA)), alone, new Memory(0x01, 0x35) { Content = 0x35 }).Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobody_on_the_line_is_no_presence_and_ones(bool hasLooseChip) => On(
        host =>
        {
            Assert.False(host.TouchReset());
            Assert.True(host.TouchBit(true));
            Assert.False(host.TouchBit(false));
            Assert.Equal((0xFF, 0x5A, 1), (host.ReadByte(), host.TouchByte(0x5A), host.WriteByte(0x5A)));
            Assert.False(host.FindFirstDevice(true, false) || host.FindFirstDevice(false, false) || host.FindNextDevice(true, false));
        },
        hasLooseChip ? [new Memory(0x01, 1) { IsConnected = false }] : []).Dispose();

    [Fact]
    public void A_shorted_line_shows_presence_and_a_chip_of_zeros() => Use(
        board => board.OneWire.IsHeldLow = true,
        host =>
        {
            Assert.True(host.TouchReset());
            Assert.Equal((0, 0), (host.ReadByte(), host.WriteByte(0xCC)));
            Assert.True(host.FindFirstDevice(true, false));
            Assert.Equal(new byte[8], host.SerialNumber);
            Assert.False(host.FindNextDevice(true, false));
        }).Dispose();

    [Fact]
    public void A_search_for_alarms_finds_those_that_have_one() => On(
        host =>
        {
            Assert.True(host.FindFirstDevice(true, true));
            Assert.Equal(2, host.SerialNumber[1]);
            Assert.False(host.FindNextDevice(true, true));
        },
        new Memory(0x01, 1),
        new Memory(0x01, 2) { HasAlarm = true }).Dispose();

    [Fact]
    public void A_reset_takes_a_millisecond_and_a_byte_two_thirds_of_one() => On(host =>
    {
        long begin = Rig.Here.Timeline.NowTicks;
        host.TouchReset();
        long reset = Rig.Here.Timeline.NowTicks;
        host.ReadByte();
        long call = Rig.Here.Options.ApiCallTime.Ticks;
        Assert.Equal((10416, 6944), (reset - begin - call, Rig.Here.Timeline.NowTicks - reset - call));
    }).Dispose();

    [Fact]
    public void There_is_one_host_at_a_time() => Rig.Once(() =>
    {
        Assert.ThrowsAny<Exception>(() => new OneWireHost());
        Wire();
        var host = new OneWireHost();
        Assert.Throws<InvalidOperationException>(() => new OneWireHost());
        var port = new SerialPort("COM3");
        Assert.ThrowsAny<Exception>(port.Open);
        host.Dispose();
        host.Dispose();
        port.Open();
        port.Dispose();
        new OneWireHost().Dispose();
    }).Dispose();

    [Fact]
    public void The_uart_of_an_open_com3_is_taken() => Rig.Once(() =>
    {
        Wire();
        var port = new SerialPort("COM3");
        port.Open();
        Assert.Throws<InvalidOperationException>(() => new OneWireHost());
        port.Dispose();
        new OneWireHost().Dispose();
    }).Dispose();

    [Fact]
    public void An_esp32c3_has_none()
    {
        using var rig = new Rig(() => _ = new OneWireHost(), new BoardOptions { Chip = EspChip.Esp32C3 });
        rig.Board.ConnectPower();
        rig.Board.Advance(Rig.Second);
        Assert.Single(rig.Board.Misuses);
    }

    [Fact]
    public void On_the_callers_stack_it_is_the_same_run()
    {
        Assert.Equal(Run(false), Run(true));

        static (DateTimeOffset At, string Text) Run(bool onCallersStack)
        {
            using var rig = new Rig(
                () =>
                {
                    Wire();
                    var host = new OneWireHost();
                    Nano.System.Console.WriteLine(Convert.ToHexString(Read(host, 0xCC, 3, 0xAA)) + host.FindAllDevices().Count);
                    Thread.Sleep(-1);
                },
                new BoardOptions { OnCallersStack = onCallersStack });
            rig.Board.OneWire.Attach(new Memory(0x01, 7) { Content = 0x77 });
            rig.Board.OneWire.Attach(new Memory(0x02, 7) { Content = 0xF7 });
            rig.Board.ConnectPower();
            for (int step = 0; step < 100; step++)
            {
                rig.Run(TimeSpan.FromMilliseconds(7.3) + (step == 0 ? rig.Board.Options.BootTime : TimeSpan.Zero));
            }

            TextPrinted last = rig.Events<TextPrinted>().Last();
            return (last.At, last.Text);
        }
    }

    [Fact]
    public void A_chip_hangs_on_one_line_once_and_comes_off()
    {
        var chip = new Memory(0x01, 1);
        Assert.Equal("01010000000000", Convert.ToHexString(chip.Address.Span)[..14]);
        using Rig rig = On(host => Assert.True(host.TouchReset()), chip);
        Assert.Throws<InvalidOperationException>(() => rig.Board.OneWire.Attach(chip));
        Assert.True(rig.Board.OneWire.Detach(chip));
        Assert.False(rig.Board.OneWire.Detach(chip));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Memory(0x01, 1L << 48));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Memory(0x01, -1));
        Assert.Contains("Attach", Assert.Throws<InvalidOperationException>(() => new Memory(0x01, 1).Now).Message, StringComparison.Ordinal);
    }

    private static byte[] Read(OneWireHost host, byte rom, int count, params byte[] commands)
    {
        host.TouchReset();
        Array.ForEach([rom, .. commands], value => host.WriteByte(value));
        return [.. Enumerable.Range(0, count).Select(_ => host.ReadByte())];
    }

    private static Rig On(Action<OneWireHost> program, params Memory[] chips) => Use(board => Array.ForEach(chips, chip => board.OneWire.Attach(chip)), program);

    private static Rig Use(Action<VirtualBoard> prepare, Action<OneWireHost> program)
    {
        var rig = new Rig(() =>
        {
            Wire();
            program(new OneWireHost());
            Sleep.StartDeepSleep();
        });
        prepare(rig.Board);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(BoardState.Asleep, rig.Board.State);
        return rig;
    }

    private static void Wire()
    {
        Configuration.SetPinFunction(25, DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(26, DeviceFunction.COM3_RX);
    }

    /// <summary>A byte that 0xAA asks for.</summary>
    private sealed class Memory(byte family, long serial) : OneWireChip(family, serial)
    {
        public byte Content { get; init; }

        public bool HasAlarm { get; init; }

        public DateTimeOffset Now => Timeline.Now;

        protected override bool IsAlarmed => HasAlarm;

        protected override void OnWrite(byte value)
        {
            if (value == 0xAA)
            {
                Send([Content]);
            }
        }
    }
}
