namespace System.IO.Ports;

/// <summary>Kind of line.</summary>
public enum SerialMode
{
    /// <summary>Two wires, one each way.</summary>
    Normal,

    /// <summary>One pair, both ways.</summary>
    RS485,
}
