namespace NanoBoard.Chips;

/// <summary>The resistor of a line on the board, outside the chip.</summary>
public enum LinePull
{
    /// <summary>None: the chip's own pull counts while the program runs; a line that nobody pulls reads high.</summary>
    Open,

    /// <summary>To the supply.</summary>
    Up,

    /// <summary>To ground.</summary>
    Down,
}
