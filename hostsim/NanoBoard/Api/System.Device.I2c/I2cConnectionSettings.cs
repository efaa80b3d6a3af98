namespace System.Device.I2c;

/// <summary>Bus, address and speed of a device.</summary>
public sealed class I2cConnectionSettings
{
    /// <summary>A device in fast mode.</summary>
    /// <param name="busId">From 1.</param>
    /// <param name="deviceAddress">7 bits.</param>
    public I2cConnectionSettings(int busId, int deviceAddress)
        : this(busId, deviceAddress, I2cBusSpeed.FastMode)
    {
    }

    /// <summary>A device at a speed.</summary>
    /// <param name="busId">From 1.</param>
    /// <param name="deviceAddress">7 bits.</param>
    /// <param name="busSpeed">Holds for the whole bus until another device is opened.</param>
    public I2cConnectionSettings(int busId, int deviceAddress, I2cBusSpeed busSpeed)
    {
        BusId = busId;
        DeviceAddress = deviceAddress;
        BusSpeed = busSpeed;
    }

    /// <summary>From 1.</summary>
    public int BusId { get; }

    /// <summary>7 bits.</summary>
    public int DeviceAddress { get; }

    /// <summary>Speed asked for.</summary>
    public I2cBusSpeed BusSpeed { get; }
}
