namespace System.IO.Ports;

/// <summary>Why <see cref="SerialPort.DataReceived"/> was raised.</summary>
public enum SerialData
{
    /// <summary>Bytes came in.</summary>
    Chars = 1,

    /// <summary>The watched character came in.</summary>
    WatchChar = 2,
}
