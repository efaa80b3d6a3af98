using System.Device.I2c;
using NanoBoard.Chips;

namespace NanoBoard.Tests.Chips;

public sealed class I2cRegisterMapTests
{
    [Fact]
    public void The_pointer_grows_and_begins_anew_after_the_last_register()
    {
        var chip = new I2cRegisterMap(4);
        byte[] read = new byte[5];
        using var rig = new Rig(() =>
        {
            Rig.WireI2c();
            I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, 0x50));
            Assert.Equal((1, 0x50), (device.ConnectionSettings.BusId, device.ConnectionSettings.DeviceAddress));
            device.Write(new byte[] { 3, 0x33, 0x00, 0x11 });
            device.WriteRead(new byte[] { 2 }, read);
            Thread.Sleep(-1);
        });
        chip[2] = 0x22;
        rig.Board.I2c.Attach(0x50, chip);
        rig.Boot();
        rig.Run(Rig.Second);
        Assert.Equal(4, chip.Size);
        Assert.Equal((0x00, 0x11, 0x22, 0x33), (chip[0], chip[1], chip[2], chip[3]));
        Assert.Equal([0x22, 0x33, 0x00, 0x11, 0x22], read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void It_has_1_to_256_registers(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => new I2cRegisterMap(size));

    [Fact]
    public void The_order_of_registers_and_what_they_do_can_be_ones_own()
    {
        byte[] read = new byte[3];
        var chip = new Fifo();
        using var rig = new Rig(() =>
        {
            Rig.WireI2c();
            I2cDevice.Create(new I2cConnectionSettings(1, 0x51)).WriteRead(new byte[] { 7 }, read);
            Thread.Sleep(-1);
        });
        Assert.Throws<ArgumentOutOfRangeException>(() => rig.Board.I2c.Attach(0x07, chip));
        rig.Board.I2c.Attach(0x51, chip);
        Assert.Throws<InvalidOperationException>(() => rig.Board.I2c.Attach(0x51, new Fifo()));
        rig.Boot();
        rig.Run(Rig.Second);
        rig.Board.CutPower();
        Assert.Equal([1, 2, 3], read);
        Assert.Equal([true, false], chip.Power);
        Assert.True(rig.Board.I2c.Detach(0x51));
    }

    /// <summary>A register that a chip fills behind the pointer, which stays.</summary>
    private sealed class Fifo : I2cRegisterMap, II2cTarget
    {
        private byte _next;

        public List<bool> Power { get; } = [];

        void II2cTarget.PowerChanged(bool isOn) => Power.Add(isOn);

        protected override byte OnRead(int address) => ++_next;

        protected override int After(int address) => address;
    }
}
