namespace System.Device.Gpio;

/// <summary>What pin numbers mean.</summary>
public enum PinNumberingScheme
{
    /// <summary>The chip's GPIO numbers.</summary>
    Logical,

    /// <summary>Numbers of a board's header. Stored; the platform takes GPIO numbers all the same.</summary>
    Board,
}
