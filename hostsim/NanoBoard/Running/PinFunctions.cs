using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Running;

/// <summary>Which pin carries which function. After boot: the ESP32 image's defaults (facts, 3 and 10).</summary>
internal sealed class PinFunctions
{
    public const int None = -1;
    public const int PinCount = 40;

    private readonly Dictionary<DeviceFunction, int> _pins = new()
    {
        [DeviceFunction.I2C1_DATA] = 18,
        [DeviceFunction.I2C1_CLOCK] = 19,
        [DeviceFunction.I2C2_DATA] = 25,
        [DeviceFunction.I2C2_CLOCK] = 26,
        [DeviceFunction.COM1_TX] = 1,
        [DeviceFunction.COM1_RX] = 3,
    };

    public int PinOf(DeviceFunction function) => _pins.TryGetValue(function, out int pin) ? pin : None;

    /// <summary>The pin carries a PWM function.</summary>
    public bool IsPwm(int pin) => _pins.Any(entry => entry.Value == pin && entry.Key is >= DeviceFunction.PWM1 and <= DeviceFunction.PWM16);

    public void Set(int pin, DeviceFunction function)
    {
        // The image looks at the pin only where it must drive it: a receiver on a pin that is not there is taken without a word.
        bool drives = function is not (DeviceFunction.COM1_RX or DeviceFunction.COM2_RX or DeviceFunction.COM3_RX or DeviceFunction.SPI1_MISO or DeviceFunction.SPI2_MISO);
        if (!Enum.IsDefined(function) || (drives && !GpioPins.CanDrive(pin)))
        {
            throw new ArgumentException("No such function, or a pin that is missing or input-only.");
        }

        _pins[function] = pin;
    }
}
