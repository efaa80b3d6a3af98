// A firmware that nobody of HwToken wrote, as it runs on the device: counts presses over deep sleep, in flash, and draws a bar for each.
using System.Device.I2c;
using System.Diagnostics;
using System.IO;
using Iot.Device.Ssd13xx;
using nanoFramework.Hardware.Esp32;

int presses = File.Exists("I:\\presses") ? File.ReadAllBytes("I:\\presses")[0] : 0;
if (Sleep.GetWakeupCause() == Sleep.WakeupCause.Ext0)
{
    File.WriteAllBytes("I:\\presses", new byte[] { (byte)++presses });
}

Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
Ssd1306 panel = new Ssd1306(I2cDevice.Create(new I2cConnectionSettings(1, Ssd1306.DefaultI2cAddress)));
panel.ClearScreen();
byte[] bar = { 0xFF, 0xFF, 0xFF, 0xFF };
for (int i = 0; i < presses; i++)
{
    panel.DrawDirectAligned(i * 8, 0, 4, 8, bar);
}

panel.Display();
Debug.WriteLine(presses.ToString());
Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin27, 0);
Sleep.StartDeepSleep();
