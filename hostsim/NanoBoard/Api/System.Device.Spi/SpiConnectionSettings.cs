using System.Device.Gpio;

namespace System.Device.Spi;

/// <summary>Bus, select line and format of a device. The board looks at bus, select line and clock.</summary>
public sealed class SpiConnectionSettings
{
    /// <summary>A device in mode 0 at the platform's clock.</summary>
    /// <param name="busId">From 1.</param>
    /// <param name="chipSelectLine">GPIO; -1: none.</param>
    public SpiConnectionSettings(int busId, int chipSelectLine = -1)
    {
        BusId = busId;
        ChipSelectLine = chipSelectLine;
    }

    /// <summary>From 1.</summary>
    public int BusId { get; set; }

    /// <summary>GPIO; -1: none.</summary>
    public int ChipSelectLine { get; set; }

    /// <summary>Polarity and phase.</summary>
    public SpiMode Mode { get; set; }

    /// <summary>Bits of a word.</summary>
    public int DataBitLength { get; set; } = 8;

    /// <summary>Hertz.</summary>
    public int ClockFrequency { get; set; } = 500_000;

    /// <summary>Which bit goes first.</summary>
    public DataFlow DataFlow { get; set; }

    /// <summary>Level of the select line while it selects.</summary>
    public PinValue ChipSelectLineActiveState { get; set; } = PinValue.Low;

    /// <summary>Wires of the bus.</summary>
    public SpiBusConfiguration Configuration { get; set; }
}
