using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Api;

public sealed class PinFunctionTests
{
    [Theory]
    [InlineData(34)]
    [InlineData(39)]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(31)]
    [InlineData(40)]
    [InlineData(-1)]
    public void A_function_that_drives_is_refused_on_an_input_only_and_on_a_missing_pin(int pin)
    {
        using Rig rig = Rig.Once(() =>
        {
            foreach (DeviceFunction function in new[] { DeviceFunction.I2C1_DATA, DeviceFunction.I2C2_CLOCK, DeviceFunction.COM2_TX, DeviceFunction.COM3_TX })
            {
                int before = Configuration.GetFunctionPin(function);
                Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(pin, function));
                Assert.Equal(before, Configuration.GetFunctionPin(function));
            }

            Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(4, (DeviceFunction)12345));
        });
    }

    [Fact]
    public void A_receiver_may_sit_on_an_input_only_pin()
    {
        using Rig rig = Rig.Once(() =>
        {
            Configuration.SetPinFunction(34, DeviceFunction.COM2_RX);
            Assert.Equal(34, Configuration.GetFunctionPin(DeviceFunction.COM2_RX));
        });
    }
}
