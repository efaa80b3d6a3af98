using System.Device.I2c;
using Iot.Device.Ssd13xx;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Quirks;

public sealed class DisplayQuirkTests
{
    [Fact]
    public void The_constructor_lights_what_an_earlier_boot_left_in_the_panels_ram()
    {
        byte[] seenFirst = [];
        using var rig = new Rig(() =>
        {
            I2cDevice device = Rig.OpenPanel();
            var panel = new Ssd1306(device);
            if (Sleep.GetWakeupCause() != Sleep.WakeupCause.Undefined)
            {
                seenFirst = Rig.Here.Panel.Snapshot();
                Sleep.StartDeepSleep();
            }

            panel.DrawDirectAligned(0, 0, 2, 8, [0x3C, 0xC3]);
            panel.Display();
            device.Write(new byte[] { 0x00, 0xAE });
            Rig.SleepFor(Rig.Second);
        });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(900));
        Assert.False(rig.Board.Panel.On);
        rig.Run(Rig.Second);
        Assert.Equal([0x3C, 0xC3], seenFirst[..2]);
    }

    [Fact]
    public void ClearScreen_sends_the_whole_frame()
    {
        using Rig rig = Rig.Once(() =>
        {
            var panel = new Ssd1306(Rig.OpenPanel());
            long before = Rig.Here.Counters.I2cTransactions;
            panel.ClearScreen();
            Assert.Equal(16, Rig.Here.Counters.I2cTransactions - before);
            panel.ClearDirectAligned(0, 0, 128, 64);
            Assert.Equal(16, Rig.Here.Counters.I2cTransactions - before);
        });
    }

    [Fact]
    public void Disposing_the_driver_disposes_its_device_and_leaves_the_panel_lit()
    {
        using Rig rig = Rig.Once(() =>
        {
            I2cDevice device = Rig.OpenPanel();
            var panel = new Ssd1306(device);
            panel.Dispose();
            Assert.Throws<InvalidOperationException>(() => device.WriteByte(0));
        });
        Assert.True(rig.Board.Panel.IsLit);
    }
}
