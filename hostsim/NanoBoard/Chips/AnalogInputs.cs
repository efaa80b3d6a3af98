using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>
/// What the chip's first converter sees: voltages at its pins, measured at 12 bits and 12 dB by a chip with the nominal reference of 1.1 V.
/// The platform gives the raw number, without any calibration.
/// </summary>
public sealed class AnalogInputs
{
    private const int FullScale = 4095;
    private const int OffsetMillivolts = 142;
    private const int SpanMillivolts = 3299;

    private readonly EspChip _chip;
    private readonly Dictionary<int, Source> _sources = [];

    internal AnalogInputs(EspChip chip)
    {
        _chip = chip;
    }

    /// <summary>Puts a voltage on a pin. It is asked for at each measurement.</summary>
    /// <param name="pin">GPIO of the first converter: 32 to 39 of an ESP32, 1 to 10 of an ESP32-S3, 0 to 4 of an ESP32-C3.</param>
    /// <param name="millivolts">The voltage at the pin.</param>
    /// <param name="switchPin">GPIO that must drive <paramref name="switchOnLevel"/> for the voltage to reach the pin; -1: it always does.</param>
    /// <param name="switchOnLevel">The level that connects it.</param>
    public void Drive(int pin, Func<int> millivolts, int switchPin = -1, bool switchOnLevel = true)
    {
        ArgumentNullException.ThrowIfNull(millivolts);
        if (!_chip.AnalogPins.Contains(pin))
        {
            throw new ArgumentOutOfRangeException(nameof(pin), pin, $"The first converter of an {_chip} has GPIO {string.Join(", ", _chip.AnalogPins.Order())}.");
        }

        _sources[pin] = new Source(millivolts, switchPin, switchOnLevel);
    }

    internal int? PinOf(int channel) => channel >= 0 && channel < _chip.AnalogPins.Length ? _chip.AnalogPins[channel] : null;

    internal int ReadRaw(Boot boot, int pin)
    {
        bool isConnected = _sources.TryGetValue(pin, out Source? source)
            && (source.SwitchPin < 0 || boot.Gpio.DrivenLevel(source.SwitchPin) == source.SwitchOnLevel);
        int millivolts = isConnected ? source!.Millivolts() : 0;
        return Math.Clamp((int)Math.Round((millivolts - OffsetMillivolts) * (double)FullScale / SpanMillivolts), 0, FullScale);
    }

    private sealed record Source(Func<int> Millivolts, int SwitchPin, bool SwitchOnLevel);
}
