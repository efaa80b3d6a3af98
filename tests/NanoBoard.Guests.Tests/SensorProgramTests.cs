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
}
