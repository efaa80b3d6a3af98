using System.IO.Ports;
using System.Text;

namespace NanoBoard.Tests.Chips;

public sealed class UartTests
{
    [Fact]
    public void A_byte_takes_87_microseconds_on_the_wire()
    {
        int waiting = -1;
        using var rig = new Rig(() =>
        {
            SerialPort port = Open();
            while (true)
            {
                Thread.Sleep(10);
                waiting = port.BytesToRead;
            }
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(5));
        rig.Board.Uart.HostWrite(new byte[100]);
        Assert.Equal(100, rig.Board.Uart.HostUnsent);
        rig.Run(TimeSpan.FromMilliseconds(8));
        Assert.InRange(rig.Board.Uart.HostUnsent, 7, 9);
        rig.Run(TimeSpan.FromMilliseconds(20));
        Assert.Equal(100, waiting);
    }

    [Fact]
    public void What_comes_while_asleep_or_closed_or_off_is_lost()
    {
        using var rig = new Rig(() => Rig.SleepFor(TimeSpan.FromMinutes(1)));
        rig.Board.Uart.HostWrite("off"u8);
        rig.Run(Rig.Second);
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        rig.Board.Uart.HostWrite("asleep"u8);
        rig.Run(Rig.Second);
        Assert.Equal(9, rig.Board.Counters.UartBytesLost);
        Assert.Equal(0, rig.Board.Counters.UartBytesReceived);
    }

    [Fact]
    public void A_full_ring_keeps_its_oldest_256_bytes_and_drops_what_comes()
    {
        byte[] got = [];
        int waiting = 0;
        Action firmware = () =>
        {
            SerialPort port = Open();
            Thread.Sleep(200);
            waiting = port.BytesToRead;
            got = new byte[port.BytesToRead];
            port.Read(got, 0, got.Length);
            Thread.Sleep(-1);
        };
        using var fits = new Rig(firmware);
        fits.Boot();
        fits.Run(TimeSpan.FromMilliseconds(5));
        fits.Board.Uart.HostWrite(Ramp(256));
        fits.Run(Rig.Second);
        Assert.Equal(256, waiting);
        Assert.Equal(Ramp(256), got);
        Assert.Equal(0, fits.Board.Counters.UartBytesLost);

        using var overflows = new Rig(firmware);
        overflows.Boot();
        overflows.Run(TimeSpan.FromMilliseconds(5));
        overflows.Board.Uart.HostWrite(Ramp(390));
        overflows.Run(Rig.Second);
        Assert.Equal(256, waiting);
        Assert.Equal(Ramp(256), got);
        Assert.Equal(390 - 256, overflows.Board.Counters.UartBytesLost);
    }

    [Fact]
    public void The_host_reads_what_has_arrived_and_not_what_is_still_on_the_wire()
    {
        using var rig = new Rig(() =>
        {
            SerialPort port = Open();
            port.Write(Ramp(100), 0, 100);
            Thread.Sleep(-1);
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(5));
        int early = rig.Board.Uart.HostAvailable;
        Assert.InRange(early, 40, 60);
        byte[] first = new byte[10];
        Assert.Equal(10, rig.Board.Uart.HostRead(first));
        Assert.Equal(Ramp(10), first);
        rig.Run(Rig.Second);
        Assert.Equal(Ramp(100)[10..], rig.Board.Uart.HostReadAll());
        Assert.Equal(0, rig.Board.Uart.HostRead(first));
    }

    [Fact]
    public void A_power_cut_takes_what_was_not_sent_yet_and_deep_sleep_does_not()
    {
        Action firmware = () =>
        {
            SerialPort port = Open();
            port.Write(Ramp(100), 0, 100);
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        };
        using var sleeps = new Rig(firmware);
        sleeps.Boot();
        sleeps.Run(Rig.Second);
        Assert.Equal(100, sleeps.Board.Uart.HostReadAll().Length);

        using var cut = new Rig(firmware);
        cut.Boot();
        cut.Run(TimeSpan.FromMilliseconds(5));
        cut.Board.CutPower();
        cut.Run(Rig.Second);
        Assert.InRange(cut.Board.Uart.HostReadAll().Length, 40, 60);
    }

    [Fact]
    public void Noise_flips_single_bits_in_both_directions_by_seed()
    {
        using Rig rig = Echo(new BoardOptions { Seed = 5 });
        rig.Board.Faults.LineNoise = 0.1;
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(100));
        byte[] sent = Ramp(200);
        rig.Board.Uart.HostWrite(sent);
        rig.Run(Rig.Second);
        byte[] back = rig.Board.Uart.HostReadAll();
        int flips = sent.Zip(back).Sum(pair => System.Numerics.BitOperations.PopCount((uint)(pair.First ^ pair.Second)));
        Assert.Equal(200, back.Length);
        Assert.InRange(flips, 15, 70);
    }

    [Fact]
    public void Another_speed_is_garbage()
    {
        using Rig rig = Echo(new BoardOptions());
        rig.Board.Uart.BaudRate = 9600;
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(100));
        rig.Board.Uart.HostWrite(Encoding.ASCII.GetBytes("HELLO"));
        rig.Run(Rig.Second);
        Assert.NotEqual("HELLO", Encoding.ASCII.GetString(rig.Board.Uart.HostReadAll()));
    }

    [Fact]
    public void A_clean_line_echoes()
    {
        using Rig rig = Echo(new BoardOptions());
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(100));
        rig.Board.Uart.HostWrite(Ramp(200));
        rig.Run(Rig.Second);
        Assert.Equal(Ramp(200), rig.Board.Uart.HostReadAll());
    }

    private static byte[] Ramp(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 7))];

    private static SerialPort Open()
    {
        Rig.WireSerial();
        var port = new SerialPort("COM2", 115200);
        port.Open();
        return port;
    }

    private static Rig Echo(BoardOptions options) => new(
        () =>
        {
            SerialPort port = Open();
            byte[] one = new byte[1];
            while (true)
            {
                port.Read(one, 0, 1);
                port.Write(one, 0, 1);
            }
        },
        options);
}
