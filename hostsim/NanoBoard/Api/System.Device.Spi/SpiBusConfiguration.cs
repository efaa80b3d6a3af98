namespace System.Device.Spi;

/// <summary>Wires of the bus.</summary>
public enum SpiBusConfiguration
{
    /// <summary>Both data lines.</summary>
    FullDuplex,

    /// <summary>One data line, both ways.</summary>
    HalfDuplex,

    /// <summary>One data line, one way.</summary>
    Simplex,
}
