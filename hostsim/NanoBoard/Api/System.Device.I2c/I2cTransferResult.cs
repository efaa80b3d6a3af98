namespace System.Device.I2c;

/// <summary>Result of a transfer. A refused address does not throw: look at <see cref="Status"/>.</summary>
public readonly struct I2cTransferResult
{
    internal I2cTransferResult(uint bytesTransferred, I2cTransferStatus status)
    {
        BytesTransferred = bytesTransferred;
        Status = status;
    }

    /// <summary>Bytes written and read; 0 when the transfer failed.</summary>
    public uint BytesTransferred { get; }

    /// <summary>How it ended.</summary>
    public I2cTransferStatus Status { get; }
}
