using NanoBoard.Running;

namespace System.Device.I2c;

/// <summary>A device on an I2C bus.</summary>
public class I2cDevice : IDisposable
{
    private readonly Boot _boot;
    private readonly byte[] _buffer = new byte[1];
    private bool _isDisposed;

    /// <summary>Opens a device and sets the speed of its bus. Says nothing about whether the device is there.</summary>
    /// <exception cref="ArgumentException">No such bus.</exception>
    public I2cDevice(I2cConnectionSettings settings)
    {
        _boot = Boot.Call();
        ConnectionSettings = settings ?? throw _boot.Misuse("An I2cDevice without settings kills the interpreter. Pass an I2cConnectionSettings.");
        _boot.I2c.Open(settings);
    }

    /// <summary>What it was opened with.</summary>
    public I2cConnectionSettings ConnectionSettings { get; }

    /// <summary>Opens a device.</summary>
    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    /// <summary>Reads a byte; the last one read when nobody answers, 0 at first.</summary>
    public byte ReadByte()
    {
        Transfer(SpanByte.Empty, _buffer);
        return _buffer[0];
    }

    /// <summary>Reads bytes.</summary>
    public I2cTransferResult Read(SpanByte buffer) => Transfer(SpanByte.Empty, buffer);

    /// <summary>Writes a byte.</summary>
    public I2cTransferResult WriteByte(byte value)
    {
        _buffer[0] = value;
        return Transfer(_buffer, SpanByte.Empty);
    }

    /// <summary>Writes bytes. Of none at all, nothing goes on the bus.</summary>
    public I2cTransferResult Write(SpanByte buffer) => Transfer(buffer, SpanByte.Empty);

    /// <summary>Writes, then reads after a repeated start.</summary>
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer) => Transfer(writeBuffer, readBuffer);

    /// <summary>Closes the device; the last one of a bus takes the bus down.</summary>
    public void Dispose()
    {
        if (_isDisposed || _boot.IsDead)
        {
            return;
        }

        _boot.CallObject();
        _isDisposed = true;
        _boot.I2c.Close(ConnectionSettings);
        GC.SuppressFinalize(this);
    }

    private I2cTransferResult Transfer(SpanByte write, SpanByte read)
    {
        _boot.CallObject();
        return _boot.I2c.Transfer(ConnectionSettings, write.AsSpan(), read.AsSpan());
    }
}
