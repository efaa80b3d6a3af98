using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Chips;

/// <summary>
/// What a chip's pins can do, and which functions they have after boot. The tables stand in EspChip.Tables.cs, each with its source.
/// </summary>
public sealed partial class EspChip
{
    private readonly ulong _pins;
    private readonly ulong _drivers;
    private readonly ulong _wakers;
    private readonly ulong _flash;
    private readonly ulong _straps;

    private EspChip(string name, int pinCount, ulong pins, ulong drivers, ulong wakers, ulong flash, ulong straps)
    {
        Name = name;
        PinCount = pinCount;
        _pins = pins;
        _drivers = drivers;
        _wakers = wakers;
        _flash = flash;
        _straps = straps;
    }

    /// <summary>As its maker writes it.</summary>
    public string Name { get; }

    /// <summary>Number of GPIOs, missing ones included: the highest one and one more.</summary>
    public int PinCount { get; }

    /// <summary>The wiring of a board with this chip, unless <see cref="BoardOptions.Pins"/> says otherwise.</summary>
    public BoardPins UsualPins { get; private init; } = new();

    /// <summary>The stock image for it.</summary>
    internal string Target { get; private init; } = "";

    /// <summary>Pins of the converters, in the order of the platform's channels.</summary>
    internal int[] AnalogPins { get; private init; } = [];

    /// <summary>Channels, as the image counts them.</summary>
    internal int AnalogChannels { get; private init; }

    /// <summary>Channels below this one are the first converter's.</summary>
    internal int FirstConverter { get; private init; } = 10;

    /// <summary>The image can use the second converter.</summary>
    internal bool HasSecondConverter { get; private init; } = true;

    /// <summary>Channels 8 and 9 are sensors inside the chip.</summary>
    internal bool HasInnerSensors { get; private init; }

    internal int I2cBuses { get; private init; }

    internal int SerialPorts { get; private init; }

    internal int PwmOutputs { get; private init; }

    /// <summary>1-wire is compiled into its image.</summary>
    internal bool HasOneWire { get; private init; } = true;

    /// <summary>EXT0 and EXT1 are compiled into its image.</summary>
    internal bool HasPinWake { get; private init; } = true;

    /// <summary>The wire protocol may take the chip's own USB, which leaves COM1 to the program.</summary>
    internal bool HasUsb { get; private init; }

    /// <summary>EXT1's mode 0: true: one low pin wakes; false: all must be low.</summary>
    internal bool WakesAtAnyLow { get; private init; }

    /// <summary>Pins that carry a function after boot.</summary>
    internal IReadOnlyDictionary<DeviceFunction, int> Defaults { get; private init; } = new Dictionary<DeviceFunction, int>();

    /// <summary>The chip has this GPIO.</summary>
    public bool HasPin(int pin) => Has(_pins, pin);

    /// <summary>The chip has this GPIO, and a driver behind it: it can be an output.</summary>
    public bool CanDrive(int pin) => Has(_drivers, pin);

    /// <summary>The GPIO lies in the RTC's domain: the chip can watch it in deep sleep. (Of an ESP32-C3 the platform makes no use.)</summary>
    public bool CanWake(int pin) => Has(_wakers, pin);

    /// <summary>The GPIO carries the module's flash or PSRAM: whoever uses it crashes the chip.</summary>
    public bool IsFlash(int pin) => Has(_flash, pin);

    /// <summary>The GPIO's level at reset decides how the chip starts: what hangs on it must leave it alone then.</summary>
    public bool IsStrapping(int pin) => Has(_straps, pin);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool Has(ulong mask, int pin) => pin is >= 0 and < 64 && (mask >> pin & 1) != 0;

    /// <summary>A mask of ranges, both ends included.</summary>
    private static ulong Pins(params ReadOnlySpan<(int First, int Last)> ranges)
    {
        ulong mask = 0;
        foreach ((int first, int last) in ranges)
        {
            for (int pin = first; pin <= last; pin++)
            {
                mask |= 1UL << pin;
            }
        }

        return mask;
    }
}
