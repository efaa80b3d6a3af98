using System.IO.Ports;
using System.Text;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Api;

public sealed class SerialPortTests
{
    [Fact]
    public void Its_defaults_are_those_of_the_device()
    {
        using Rig rig = Rig.Once(() =>
        {
            var port = new SerialPort("COM2");
            Assert.Equal((9600, Parity.None, 8, StopBits.One), (port.BaudRate, port.Parity, port.DataBits, port.StopBits));
            Assert.Equal((-1, -1, 256, false, "COM2"), (port.ReadTimeout, port.WriteTimeout, port.ReadBufferSize, port.IsOpen, port.PortName));
            Assert.Throws<ArgumentOutOfRangeException>(() => port.ReadTimeout = -2);
            Assert.Throws<ArgumentOutOfRangeException>(() => port.ReadBufferSize = 0);
        });
    }

    [Fact]
    public void The_wire_protocols_port_and_pinless_ports_are_refused()
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.Throws<ArgumentException>(() => new SerialPort("COM1", 115200).Open());
            var port = new SerialPort("COM2", 115200);
            Assert.ThrowsAny<Exception>(port.Open);
            Rig.WireSerial();
            port.Open();
            Assert.True(port.IsOpen);
            Assert.Throws<InvalidOperationException>(port.Open);
            Assert.Throws<InvalidOperationException>(() => port.ReadBufferSize = 300);
            Assert.Throws<ArgumentException>(() => new SerialPort("COM9").Open());
        });
    }

    [Fact]
    public void One_port_has_one_object_until_it_is_disposed()
    {
        using Rig rig = Rig.Once(() =>
        {
            var port = new SerialPort("COM2");
            Assert.Throws<ArgumentException>(() => new SerialPort("COM2"));
            port.Dispose();
            Assert.Throws<ObjectDisposedException>(() => port.BytesToRead);
            _ = new SerialPort("COM2");
        });
    }

    [Fact]
    public void A_read_waits_for_all_its_bytes()
    {
        byte[] got = new byte[5];
        using var rig = new Rig(() =>
        {
            SerialPort port = Open();
            Assert.Equal(5, port.Read(got, 0, 5));
            Sleep.StartDeepSleep();
        });
        rig.Boot();
        rig.Run(Rig.Second);
        rig.Board.Uart.HostWrite("abc"u8);
        rig.Run(Rig.Second);
        Assert.Equal(new byte[5], got);
        rig.Board.Uart.HostWrite("de"u8);
        rig.Run(Rig.Second);
        Assert.Equal("abcde", Encoding.ASCII.GetString(got));
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }

    [Fact]
    public void A_read_that_times_out_leaves_what_came_in_the_buffer()
    {
        using var rig = new Rig(() =>
        {
            SerialPort port = Open();
            port.ReadTimeout = 200;
            ulong before = HighResTimer.GetCurrent();
            Assert.Throws<TimeoutException>(() => port.Read(new byte[10], 0, 10));
            Assert.InRange(HighResTimer.GetCurrent() - before, 200_000UL, 211_000UL);
            Assert.Equal(3, port.BytesToRead);
            Assert.Equal("abc", port.ReadExisting());
            Assert.Equal("", port.ReadExisting());
            Assert.Throws<TimeoutException>(() => port.ReadByte());
            Sleep.StartDeepSleep();
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(10));
        rig.Board.Uart.HostWrite("abc"u8);
        rig.Run(Rig.Second);
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }

    [Fact]
    public void A_write_returns_when_the_rest_fits_into_the_fifo()
    {
        using Rig rig = Rig.Once(() =>
        {
            SerialPort port = Open();
            ulong before = HighResTimer.GetCurrent();
            port.Write(new byte[100], 0, 100);
            Assert.InRange(HighResTimer.GetCurrent() - before, 100UL, 300UL);
            port.Write(new byte[228], 0, 228);
            Assert.InRange(HighResTimer.GetCurrent() - before, 17_000UL, 18_000UL);
            port.WriteTimeout = 10;
            Assert.Throws<TimeoutException>(() => port.Write(new byte[1000], 0, 1000));
        });
        Assert.Equal(1328, rig.Board.Counters.UartBytesSent);
    }

    [Fact]
    public void Strings_of_up_to_100_bytes_are_sent_and_longer_ones_corrupt_memory()
    {
        using Rig rig = Rig.Once(() =>
        {
            SerialPort port = Open();
            port.Write(new string('a', 100));
            port.WriteByte((byte)'b');
            port.WriteLine("c");
            Assert.Throws<BoardMisuseException>(() => port.Write(new string('d', 101)));
            Assert.Throws<BoardMisuseException>(() => port.WriteLine(new string('d', 100)));
        });
        Assert.Equal(new string('a', 100) + "bc\n", Encoding.ASCII.GetString(rig.Board.Uart.HostReadAll()));
        Assert.Equal(2, rig.Board.Misuses.Count);
    }

    [Fact]
    public void Ranges_are_checked()
    {
        using Rig rig = Rig.Once(() =>
        {
            SerialPort port = Open();
            Assert.Throws<InvalidOperationException>(() => port.Write(new byte[2], 0, 3));
            Assert.Throws<ArgumentException>(() => port.Write(new byte[2], 1, 2));
            Assert.Throws<ArgumentException>(() => port.Read(new byte[2], -1, 1));
        });
    }

    [Fact]
    public void Use_before_open_is_a_misuse_and_a_closed_port_opens_again_empty()
    {
        using var rig = new Rig(() =>
        {
            Rig.WireSerial();
            var port = new SerialPort("COM2", 115200);
            Assert.Equal(0, port.BytesToRead);
            Assert.Throws<BoardMisuseException>(() => port.WriteByte(1));
            Assert.Throws<BoardMisuseException>(() => port.ReadByte());
            port.Open();
            Thread.Sleep(100);
            Assert.Equal(3, port.BytesToRead);
            port.Close();
            Assert.False(port.IsOpen);
            port.Open();
            Assert.Equal(0, port.BytesToRead);
            Sleep.StartDeepSleep();
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(10));
        rig.Board.Uart.HostWrite("abc"u8);
        rig.Run(Rig.Second);
        Assert.Equal(BoardState.Asleep, rig.Board.State);
    }

    [Fact]
    public void Close_waits_until_all_is_sent()
    {
        using Rig rig = Rig.Once(() =>
        {
            SerialPort port = Open();
            port.Write(new byte[100], 0, 100);
            port.Close();
            Assert.InRange(Rig.Here.Uart.HostAvailable, 100, 100);
        });
    }

    [Fact]
    public void Other_pins_than_the_wired_ones_lead_nowhere()
    {
        using Rig rig = Rig.Once(() =>
        {
            Configuration.SetPinFunction(4, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(5, DeviceFunction.COM2_RX);
            using var port = new SerialPort("COM2", 115200);
            port.Open();
            port.WriteByte(1);
        });
        Assert.Empty(rig.Board.Uart.HostReadAll());
    }

    [Fact]
    public void Received_bytes_raise_an_event_while_the_program_waits()
    {
        var text = new StringBuilder();
        using var rig = new Rig(() =>
        {
            SerialPort port = Open();
            port.DataReceived += (sender, e) =>
            {
                Assert.Equal(SerialData.Chars, e.EventType);
                text.Append(((SerialPort)sender).ReadExisting());
            };
            Thread.Sleep(-1);
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(10));
        rig.Board.Uart.HostWrite("hello"u8);
        rig.Run(Rig.Second);
        Assert.Equal("hello", text.ToString());
    }

    private static SerialPort Open()
    {
        Rig.WireSerial();
        var port = new SerialPort("COM2", 115200);
        port.Open();
        return port;
    }
}
