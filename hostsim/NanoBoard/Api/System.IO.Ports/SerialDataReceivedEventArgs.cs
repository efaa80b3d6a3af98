namespace System.IO.Ports;

/// <summary>Bytes came in.</summary>
public class SerialDataReceivedEventArgs : EventArgs
{
    internal SerialDataReceivedEventArgs(SerialData eventType)
    {
        EventType = eventType;
    }

    /// <summary>Why.</summary>
    public SerialData EventType { get; }
}
