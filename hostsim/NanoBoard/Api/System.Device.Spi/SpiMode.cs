namespace System.Device.Spi;

/// <summary>Polarity and phase of the clock.</summary>
public enum SpiMode
{
    /// <summary>Idle low, first edge.</summary>
    Mode0,

    /// <summary>Idle low, second edge.</summary>
    Mode1,

    /// <summary>Idle high, first edge.</summary>
    Mode2,

    /// <summary>Idle high, second edge.</summary>
    Mode3,
}
