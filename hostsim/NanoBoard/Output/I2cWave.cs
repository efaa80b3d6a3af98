using NanoBoard.Events;

namespace NanoBoard.Output;

/// <summary>Draws the levels of SDA and SCL bit by bit: data changes as the clock falls and holds while it is high (NXP UM10204, 3.1).</summary>
internal sealed class I2cWave : Wave
{
    public const string Sda = "d";
    public const string Scl = "c";

    private readonly long _bit;
    private readonly long _half;
    private bool _isOpen;

    /// <summary>START, the bytes with their acknowledge bits, a repeated START before what is read, STOP.</summary>
    public I2cWave(I2cTransfer transfer)
        : base(transfer.At.UtcTicks)
    {
        _bit = TimeSpan.TicksPerSecond / transfer.BitsPerSecond;
        _half = Math.Max(1, _bit / 2);
        if (transfer.Written.Length > 0 || transfer.Read.Length == 0)
        {
            Start();
            Byte((byte)(transfer.Address << 1), transfer.IsAcknowledged);
            foreach (byte value in transfer.Written.Span)
            {
                Byte(value, isAcknowledged: true);
            }
        }

        if (transfer.Read.Length > 0)
        {
            Start();
            Byte((byte)((transfer.Address << 1) | 1), transfer.IsAcknowledged);
            for (int i = 0; i < transfer.Read.Length; i++)
            {
                // The reader leaves its last byte unacknowledged: that ends the device's turn.
                Byte(transfer.Read.Span[i], isAcknowledged: i < transfer.Read.Length - 1);
            }
        }

        Stop();
    }

    /// <summary>SDA falls while SCL is high.</summary>
    private void Start()
    {
        if (_isOpen)
        {
            Put(Sda, true);
            Put(Scl, true);
            Pass(_half);
        }

        _isOpen = true;
        Put(Sda, false);
        Pass(_half);
    }

    /// <summary>Eight bits, the highest first, and the acknowledge bit.</summary>
    private void Byte(byte value, bool isAcknowledged)
    {
        for (int bit = 7; bit >= 0; bit--)
        {
            Bit((value >> bit & 1) != 0);
        }

        Bit(!isAcknowledged);
        Put(Scl, false);
    }

    /// <summary>SDA rises while SCL is high.</summary>
    private void Stop()
    {
        Put(Sda, false);
        Pass(_half);
        Put(Scl, true);
        Pass(_half);
        Put(Sda, true);
    }

    private void Bit(bool isHigh)
    {
        Put(Scl, false);
        Put(Sda, isHigh);
        Pass(_half);
        Put(Scl, true);
        Pass(_bit - _half);
    }
}
