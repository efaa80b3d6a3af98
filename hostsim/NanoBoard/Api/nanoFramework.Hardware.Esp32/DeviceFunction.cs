namespace nanoFramework.Hardware.Esp32;

/// <summary>Functions that can be given to pins.</summary>
public enum DeviceFunction
{
    /// <summary>Data of I2C bus 1.</summary>
    I2C1_DATA = 131328,

    /// <summary>Clock of I2C bus 1.</summary>
    I2C1_CLOCK = 131329,

    /// <summary>Data of I2C bus 2.</summary>
    I2C2_DATA = 131584,

    /// <summary>Clock of I2C bus 2.</summary>
    I2C2_CLOCK = 131585,

    /// <summary>Transmit of COM1 (the wire protocol).</summary>
    COM1_TX = 196864,

    /// <summary>Receive of COM1 (the wire protocol).</summary>
    COM1_RX = 196865,

    /// <summary>Transmit of COM2.</summary>
    COM2_TX = 197120,

    /// <summary>Receive of COM2.</summary>
    COM2_RX = 197121,

    /// <summary>Transmit of COM3.</summary>
    COM3_TX = 197376,

    /// <summary>Receive of COM3.</summary>
    COM3_RX = 197377,
}
