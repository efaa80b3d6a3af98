namespace NanoBoard.Guests.Tests;

/// <summary>A sensor whose readings a program puts right with the chip's own trimming values.</summary>
public class SensorProgramTests
{
    [Fact]
    public void The_example_of_a_bmx280s_data_sheet_comes_out()
    {
        using var rig = new GuestRig(
            """
            using System;
            using System.Device.I2c;
            using System.Threading;
            using nanoFramework.Hardware.Esp32;
            public class Program
            {
                private static I2cDevice s_chip;

                public static void Main()
                {
                    Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
                    Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
                    s_chip = I2cDevice.Create(new I2cConnectionSettings(1, 0x76));
                    Console.WriteLine("id " + Read(0xD0, 1)[0].ToString("X2"));
                    byte[] t = Read(0x88, 6);
                    int t1 = t[0] | t[1] << 8, t2 = (short)(t[2] | t[3] << 8), t3 = (short)(t[4] | t[5] << 8);
                    s_chip.Write(new byte[] { 0xF4, 0x25 });
                    Thread.Sleep(20);
                    byte[] raw = Read(0xFA, 3);
                    int adc = raw[0] << 12 | raw[1] << 4 | raw[2] >> 4;
                    int a = ((adc >> 3) - (t1 << 1)) * t2 >> 11;
                    int b = ((adc >> 4) - t1) * ((adc >> 4) - t1) >> 12;
                    int fine = a + (b * t3 >> 14);
                    Console.WriteLine(((fine * 5 + 128) >> 8).ToString());
                    Thread.Sleep(-1);
                }

                private static byte[] Read(byte register, int count)
                {
                    byte[] bytes = new byte[count];
                    s_chip.WriteRead(new byte[] { register }, bytes);
                    return bytes;
                }
            }
            """);
        rig.Board.I2c.Attach(0x76, new Bmx280());
        rig.Board.ConnectPower();
        rig.Run(2);
        Assert.Equal(["id 60", "2508"], rig.Printed);
    }

    [Fact]
    public void Thermometers_on_the_one_wire_line_are_found_told_apart_and_read()
    {
        using var rig = new GuestRig(
            """
            using System;
            using System.Collections;
            using System.Threading;
            using nanoFramework.Device.OneWire;
            using nanoFramework.Hardware.Esp32;
            Configuration.SetPinFunction(25, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(26, DeviceFunction.COM3_RX);
            OneWireHost host = new OneWireHost();
            ArrayList all = host.FindAllDevices();
            host.TouchReset();
            foreach (byte b in new byte[] { 0xCC, 0x4E, 30, 0, 0x7F }) { host.WriteByte(b); }
            host.TouchReset();
            host.WriteByte(0xCC);
            host.WriteByte(0x44);
            long began = Environment.TickCount64;
            while (host.ReadByte() == 0) { }
            Console.WriteLine("busy " + ((Environment.TickCount64 - began) / 50 * 50).ToString());
            foreach (byte[] address in all)
            {
                host.TouchReset();
                host.WriteByte(0x55);
                foreach (byte b in address) { host.WriteByte(b); }
                host.WriteByte(0xBE);
                short raw = (short)(host.ReadByte() | host.ReadByte() << 8);
                Console.WriteLine((raw * 10 / 16).ToString());
            }

            Console.WriteLine(host.FindFirstDevice(true, true) ? "alarm " + host.SerialNumber[1].ToString() : "no alarm");
            Console.WriteLine(host.FindNextDevice(true, true) ? "another" : "no other");
            Thread.Sleep(-1);
            """);
        Ds18b20 warm = rig.Board.OneWire.Attach(new Ds18b20(1) { Celsius = 21.5 }), cold = rig.Board.OneWire.Attach(new Ds18b20(2) { Celsius = -10.125 });
        rig.Board.ConnectPower();
        rig.Run(5);
        Assert.Equal([Convert.ToHexString(cold.Address.Span), Convert.ToHexString(warm.Address.Span)], rig.Printed[..2]);
        Assert.Equal(["busy 750", "-101", "215", "alarm 2", "no other"], rig.Printed[2..]);
    }
}
