namespace System.Device.I2c;

/// <summary>How a transfer ended.</summary>
public enum I2cTransferStatus
{
    /// <summary>Some other error.</summary>
    UnknownError,

    /// <summary>All bytes went over.</summary>
    FullTransfer,

    /// <summary>The clock was held down for too long.</summary>
    ClockStretchTimeout,

    /// <summary>Some bytes went over.</summary>
    PartialTransfer,

    /// <summary>Nobody answers at the address.</summary>
    SlaveAddressNotAcknowledged,
}
