namespace System.IO.Ports;

/// <summary>Flow control.</summary>
public enum Handshake
{
    /// <summary>None.</summary>
    None,

    /// <summary>By characters.</summary>
    XOnXOff,

    /// <summary>By RTS and CTS.</summary>
    RequestToSend,

    /// <summary>By both.</summary>
    RequestToSendXOnXOff,
}
