namespace NanoBoard.Chips;

/// <summary>What gives a line its level. Of several the one that stands last here counts.</summary>
public enum LineHolder
{
    /// <summary>Nobody: the line floats. It reads high.</summary>
    Nobody,

    /// <summary>The chip's own resistor.</summary>
    ChipPull,

    /// <summary>A resistor outside the chip.</summary>
    Pull,

    /// <summary>The firmware: an output of the chip.</summary>
    Chip,

    /// <summary>The button at the pin: to ground.</summary>
    Button,

    /// <summary>The host.</summary>
    Host,
}
