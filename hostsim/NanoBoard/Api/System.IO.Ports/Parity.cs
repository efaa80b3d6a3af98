namespace System.IO.Ports;

/// <summary>Parity bit.</summary>
public enum Parity
{
    /// <summary>None.</summary>
    None,

    /// <summary>Odd number of ones.</summary>
    Odd,

    /// <summary>Even number of ones.</summary>
    Even,
}
