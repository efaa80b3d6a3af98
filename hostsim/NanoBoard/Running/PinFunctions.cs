using NanoBoard.Chips;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Running;

/// <summary>Which pin carries which function. After boot: the image's defaults.</summary>
internal sealed class PinFunctions(Boot boot)
{
    public const int None = -1;

    private const int I2c = 2;
    private const int Serial = 3;
    private const int Pwm = 4;
    private const int Miso = 1;
    private const int Transmit = 0;
    private const int RequestToSend = 2;
    private const int Converter = 5;

    private readonly Dictionary<DeviceFunction, int> _pins = new(boot.Board.Options.Chip.Defaults);

    public int PinOf(DeviceFunction function) => ((int)function >> 16 & 0xFF) == Converter
        ? boot.Board.Analog.PinOf((int)function & 0xFF) ?? None
        : _pins.GetValueOrDefault(function, None);

    /// <summary>The pin carries a PWM function.</summary>
    public bool IsPwm(int pin) => _pins.Any(entry => entry.Value == pin && entry.Key is >= DeviceFunction.PWM1 and <= DeviceFunction.PWM16);

    public void Set(int pin, DeviceFunction function)
    {
        EspChip chip = boot.Board.Options.Chip;
        (int kind, int bus, int role) = ((int)function >> 16 & 0xFF, (int)function >> 8 & 0xFF, (int)function & 0xFF);
        if (!Enum.IsDefined(function) || kind == Converter || (kind == Serial && bus > chip.SerialPorts) || (MustDrive(kind, role) && !chip.CanDrive(pin)))
        {
            throw new ArgumentException("No such function, one whose pin is fixed, or a pin that is missing or input-only.");
        }

        if ((kind == I2c && bus > chip.I2cBuses) || (kind == Pwm && bus > chip.PwmOutputs))
        {
            throw boot.Misuse($"{function} does not exist on an {chip}, and the platform writes it behind the end of its table: memory is corrupted. Use a lower number.");
        }

        _pins[function] = pin;
    }

    /// <summary>The image looks at the pin only where it must drive it, and at a PWM output's not before it is opened: a receiver on a pin that is not there is taken without a word.</summary>
    private static bool MustDrive(int kind, int role) => kind switch
    {
        Serial => role is Transmit or RequestToSend,
        Pwm => false,
        I2c => true,
        _ => role != Miso,
    };
}
