using System.Text;
using NanoBoard.Chips;
using NanoBoard.Events;

namespace NanoBoard.Guests.Tests;

/// <summary>Programs about buses: sensors with chips of the test's own, panel, clock chip, serial line.</summary>
public class BusProgramTests
{
    private const string Sensor = """
        using System;
        using System.Device.I2c;
        using System.Diagnostics;
        using System.Threading;
        using nanoFramework.Hardware.Esp32;
        public class Program
        {
            public static void Main()
            {
                Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
                Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
                I2cDevice sensor = I2cDevice.Create(new I2cConnectionSettings(1, 0x44));
                byte[] answer = new byte[6];
                while (true)
                {
                    I2cTransferResult sent = sensor.Write(new byte[] { 0x24, 0x00 });
                    Thread.Sleep(20);
                    sensor.Read(answer);
                    double celsius = -45 + 175.0 * (answer[0] << 8 | answer[1]) / 65535;
                    double humidity = 100.0 * (answer[3] << 8 | answer[4]) / 65535;
                    Debug.WriteLine(sent.Status + " " + celsius.ToString("F1") + " " + humidity.ToString("F0") + " " + (answer[2] == Crc(answer[0], answer[1])));
                    Thread.Sleep(1000);
                }
            }

            private static byte Crc(byte a, byte b)
            {
                int crc = 0xFF;
                foreach (byte value in new byte[] { a, b })
                {
                    crc ^= value;
                    for (int i = 0; i < 8; i++) { crc = (crc & 0x80) != 0 ? (crc << 1 ^ 0x31) & 0xFF : crc << 1 & 0xFF; }
                }

                return (byte)crc;
            }
        }
        """;

    private const string Registers = """
        using System.Device.I2c;
        using System.Diagnostics;
        using System.Threading;
        using nanoFramework.Hardware.Esp32;
        public class Program
        {
            public static void Main()
            {
                Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
                Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
                I2cDevice chip = I2cDevice.Create(new I2cConnectionSettings(1, 0x76));
                byte[] one = new byte[1];
                chip.WriteRead(new byte[] { 0xD0 }, one);
                Debug.WriteLine("id " + one[0].ToString());
                chip.Write(new byte[] { 0x10, 7, 8 });
                byte[] two = new byte[2];
                chip.WriteRead(new byte[] { 0x10 }, two);
                Debug.WriteLine(two[0] + " " + two[1]);
                Thread.Sleep(-1);
            }
        }
        """;

    [Fact]
    public void A_sensor_of_the_tests_own_is_read_wherever_it_hangs()
    {
        using var rig = new GuestRig(Sensor);
        Sht3x chip = rig.Board.I2c.Attach(0x44, new Sht3x { Celsius = 21.5, Humidity = 40 });
        rig.Board.ConnectPower();
        rig.Run(1);
        chip.Celsius = -10;
        rig.Run(1);
        chip.Answers = false;
        rig.Run(1);
        Assert.Equal(["1 21.5 40 True", "1 -10.0 40 True"], rig.Printed[..2]);
        Assert.StartsWith("4 ", rig.Printed[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_map_is_written_and_read_and_the_bus_tells()
    {
        using var rig = new GuestRig(Registers);
        var carried = new List<I2cTransfer>();
        rig.Board.I2c.Carried += carried.Add;
        I2cRegisterMap chip = rig.Board.I2c.Attach(0x76, new I2cRegisterMap());
        chip[0xD0] = 0x60;
        Assert.Throws<InvalidOperationException>(() => rig.Board.I2c.Attach(0x76, new I2cRegisterMap()));
        rig.Board.ConnectPower();
        rig.Run(1);
        Assert.Equal(["id 96", "7 8"], rig.Printed);
        Assert.Equal((byte)8, chip[0x11]);
        Assert.Equal([0x10, 7, 8], carried[1].Written.ToArray());
        Assert.Equal([7, 8], carried[2].Read.ToArray());
        Assert.All(carried, transfer => Assert.True(transfer.IsAcknowledged && transfer.Address == 0x76));
        Assert.True(rig.Board.I2c.Detach(0x76));
    }

    [Fact]
    public void A_panel_shows_what_the_program_draws()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System.Device.I2c;
            using System.Threading;
            using Iot.Device.Ssd13xx;
            using nanoFramework.Hardware.Esp32;
            public class Program
            {
                public static void Main()
                {
                    Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
                    Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
                    Ssd1306 panel = new Ssd1306(I2cDevice.Create(new I2cConnectionSettings(1, Ssd1306.DefaultI2cAddress)), -1);
                    panel.ClearScreen();
                    for (int x = 10; x < 20; x++) { panel.DrawPixel(x, 5, true); }
                    panel.Display();
                    Thread.Sleep(-1);
                }
            }
            """,
            2);
        Assert.Equal(10, Enumerable.Range(0, 128 * 64).Count(i => rig.Board.Panel.Pixel(i % 128, i / 128)));
        Assert.True(rig.Board.Panel.Pixel(10, 5));
    }

    [Fact]
    public void A_clock_chip_is_read_and_the_system_clock_set_from_it()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using System.Device.I2c;
            using System.Diagnostics;
            using System.Threading;
            using nanoFramework.Hardware.Esp32;
            using nanoFramework.Runtime.Native;
            public class Program
            {
                public static void Main()
                {
                    Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
                    Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
                    I2cDevice chip = I2cDevice.Create(new I2cConnectionSettings(1, 0x68));
                    chip.Write(new byte[] { 0, 0x56, 0x34, 0x12, 0x05, 0x24, 0x12, 0x26 });
                    byte[] t = new byte[7];
                    chip.WriteRead(new byte[] { 0 }, t);
                    Rtc.SetSystemTime(new DateTime(2000 + Bcd(t[6]), Bcd((byte)(t[5] & 0x7F)), Bcd(t[4]), Bcd(t[2]), Bcd(t[1]), Bcd(t[0])));
                    Thread.Sleep(1500);
                    Debug.WriteLine(DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss"));
                    Thread.Sleep(-1);
                }

                private static int Bcd(byte value) { return (value >> 4) * 10 + (value & 15); }
            }
            """,
            3);
        Assert.Equal(["2026-12-24 12:34:57"], rig.Printed);
    }

    [Fact]
    public void A_chip_on_spi_is_written_and_read()
    {
        using var rig = new GuestRig("""
            using System.Device.Spi;
            using System.Diagnostics;
            using System.Threading;
            public class Program
            {
                public static void Main()
                {
                    SpiConnectionSettings settings = new SpiConnectionSettings(1, 12) { ClockFrequency = 1000000, Mode = SpiMode.Mode3 };
                    SpiDevice chip = SpiDevice.Create(settings);
                    byte[] answer = new byte[3];
                    chip.TransferFullDuplex(new byte[] { 1, 2, 3 }, answer);
                    Debug.WriteLine(answer[0] + " " + answer[1] + " " + answer[2]);
                    chip.WriteByte(9);
                    chip.Write(new ushort[] { 0x1234 });
                    SpiDevice nobody = new SpiDevice(new SpiConnectionSettings(1, 13));
                    Debug.WriteLine(nobody.ReadByte().ToString());
                    chip.Dispose();
                    Thread.Sleep(-1);
                }
            }
            """);
        Complement chip = rig.Board.Spi.Attach(1, 12, new Complement());
        rig.Board.ConnectPower();
        rig.Run(1);
        Assert.Equal(["254 253 252", "0"], rig.Printed);
        Assert.Equal([1, 2, 3, 9, 0x12, 0x34], chip.Seen);
    }

    [Fact]
    public void Lines_on_the_serial_port_are_echoed()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using System.IO.Ports;
            using System.Threading;
            using nanoFramework.Hardware.Esp32;
            public class Program
            {
                public static void Main()
                {
                    Console.WriteLine(SerialPort.GetPortNames()[0]);
                    Configuration.SetPinFunction(17, DeviceFunction.COM2_TX);
                    Configuration.SetPinFunction(16, DeviceFunction.COM2_RX);
                    SerialPort port = new SerialPort("COM2");
                    port.BaudRate = 115200;
                    port.NewLine = "\r\n";
                    port.ReadTimeout = 1000;
                    port.Open();
                    while (true)
                    {
                        try { port.WriteLine("> " + port.ReadLine()); }
                        catch (TimeoutException) { Console.WriteLine("nothing"); port.ReadTimeout = Timeout.Infinite; }
                    }
                }
            }
            """,
            2);
        rig.Board.Uart.HostWrite("hello\r\nwor"u8);
        rig.Run(1);
        rig.Board.Uart.HostWrite("ld\r\n"u8);
        rig.Run(1);
        byte[] answer = new byte[64];
        Assert.Equal("> hello\r\n> world\r\n", Encoding.UTF8.GetString(answer, 0, rig.Board.Uart.HostRead(answer)));
        Assert.Equal(["COM2", "nothing"], rig.Printed);
    }

    [Fact]
    public void A_serial_event_waits_for_its_threshold_and_tells_the_watched_character()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using System.IO.Ports;
            using System.Threading;
            using nanoFramework.Hardware.Esp32;
            public class Program
            {
                public static void Main()
                {
                    Configuration.SetPinFunction(17, DeviceFunction.COM2_TX);
                    Configuration.SetPinFunction(16, DeviceFunction.COM2_RX);
                    SerialPort port = new SerialPort("COM2", 115200);
                    port.ReceivedBytesThreshold = 4;
                    port.WatchChar = '#';
                    port.Open();
                    port.DataReceived += (s, e) => Console.WriteLine((int)e.EventType + " " + ((SerialPort)s).ReadExisting());
                    Thread.Sleep(-1);
                }
            }
            """,
            1);
        foreach (string part in new[] { "abc", "d", "#" })
        {
            rig.Board.Uart.HostWrite(Encoding.ASCII.GetBytes(part));
            rig.Run(0.1);
        }

        Assert.Equal(["1 abcd", "2 #"], rig.Printed);
    }

    /// <summary>Answers each byte with its complement.</summary>
    private sealed class Complement : ISpiTarget
    {
        public List<byte> Seen { get; } = [];

        public void Exchange(ReadOnlySpan<byte> written, Span<byte> answer)
        {
            Seen.AddRange(written);
            for (int i = 0; i < written.Length; i++)
            {
                answer[i] = (byte)~written[i];
            }
        }
    }
}
