using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>
/// What the chip's converters see: voltages at their pins, measured at 12 bits and 12 dB by a chip with the nominal reference of 1.1 V.
/// The platform gives the raw number, without any calibration.
/// </summary>
public sealed class AnalogInputs
{
    private const int FullScale = 4095;
    private const int OffsetMillivolts = 142;
    private const int SpanMillivolts = 3299;
    private const int TemperatureChannel = 8;
    private const int HallChannel = 9;

    private readonly EspChip _chip;
    private readonly Dictionary<int, Source> _sources = [];

    internal AnalogInputs(EspChip chip)
    {
        _chip = chip;
    }

    /// <summary>The number of the sensor inside an ESP32 (channel 8), in degrees Fahrenheit and of little worth; the other chips' images have none.</summary>
    public byte ChipTemperature { get; set; } = 128;

    /// <summary>Puts a voltage on a pin. It is asked for at each measurement.</summary>
    /// <param name="pin">GPIO of a converter. First: 32 to 39 of an ESP32, 1 to 10 of an ESP32-S3, 0 to 4 of an ESP32-C3. Second, of no use once the radio is on: 0, 2, 4, 12 to 15, 25 to 27; 11 to 20.</param>
    /// <param name="millivolts">The voltage at the pin.</param>
    /// <param name="switchPin">GPIO that must drive <paramref name="switchOnLevel"/> for the voltage to reach the pin; -1: it always does.</param>
    /// <param name="switchOnLevel">The level that connects it.</param>
    public void Drive(int pin, Func<int> millivolts, int switchPin = -1, bool switchOnLevel = true)
    {
        ArgumentNullException.ThrowIfNull(millivolts);
        if (!_chip.AnalogPins.Contains(pin))
        {
            throw new ArgumentOutOfRangeException(nameof(pin), pin, $"The converters of an {_chip} have GPIO {string.Join(", ", _chip.AnalogPins.Distinct().Order())}.");
        }

        _sources[pin] = new Source(millivolts, switchPin, switchOnLevel);
    }

    internal int? PinOf(int channel) => channel >= 0 && channel < _chip.AnalogPins.Length ? _chip.AnalogPins[channel] : null;

    /// <summary>Sets a channel up, as the image does (nf-interpreter, targets/ESP32/_nanoCLR/System.Device.Adc).</summary>
    internal void Open(Boot boot, int channel)
    {
        // The image lets through one number too many, at which the driver then fails.
        if (channel < 0 || channel > _chip.AnalogPins.Length)
        {
            throw new ArgumentException($"An {_chip} has no such channel.");
        }

        if (channel >= _chip.FirstConverter && !_chip.HasSecondConverter)
        {
            throw boot.Misuse($"Channel {channel} belongs to the second converter of an {_chip}, which its driver refuses: the image stops the chip. Use channels 0 to {_chip.FirstConverter - 1}.");
        }

        if (channel == _chip.AnalogPins.Length)
        {
            throw new NativeErrorException("The converter has no such channel.");
        }
    }

    internal int Read(Boot boot, int channel)
    {
        if (_chip.HasInnerSensors && (channel is TemperatureChannel or HallChannel))
        {
            return channel == TemperatureChannel ? ChipTemperature : throw new ArgumentException("The Hall sensor is no longer there.");
        }

        return channel >= _chip.FirstConverter && boot.IsRadioOn
            ? throw new NativeErrorException("The radio has the second converter.")
            : Convert(boot, _chip.AnalogPins[channel]);
    }

    private int Convert(Boot boot, int pin)
    {
        bool isConnected = _sources.TryGetValue(pin, out Source? source)
            && (source.SwitchPin < 0 || boot.Gpio.DrivenLevel(source.SwitchPin) == source.SwitchOnLevel);
        int millivolts = isConnected ? source!.Millivolts() : 0;
        return Math.Clamp((int)Math.Round((millivolts - OffsetMillivolts) * (double)FullScale / SpanMillivolts), 0, FullScale);
    }

    private sealed record Source(Func<int> Millivolts, int SwitchPin, bool SwitchOnLevel);
}
