namespace NanoBoard;

/// <summary>What the board has done since it was made.</summary>
public sealed class BoardCounters
{
    /// <summary>I2C transactions, failed ones included.</summary>
    public long I2cTransactions { get; internal set; }

    /// <summary>Bytes that devices on the I2C bus took, without address bytes.</summary>
    public long I2cBytesWritten { get; internal set; }

    /// <summary>Bytes read from devices on the I2C bus.</summary>
    public long I2cBytesRead { get; internal set; }

    /// <summary>Durable steps in flash (see <see cref="Chips.FlashVolume.Operations"/>).</summary>
    public long FlashOperations { get; internal set; }

    /// <summary>Files read or opened.</summary>
    public long FlashReads { get; internal set; }

    /// <summary>Calls of the nanoFramework API.</summary>
    public long ApiCalls { get; internal set; }

    /// <summary>Boots: power-on, reset and wakes from deep sleep.</summary>
    public long Boots { get; internal set; }

    /// <summary>Wakes from deep sleep.</summary>
    public long Wakes { get; internal set; }

    /// <summary>Bytes that the firmware sent on its UART.</summary>
    public long UartBytesSent { get; internal set; }

    /// <summary>Bytes that reached the firmware's receive buffer.</summary>
    public long UartBytesReceived { get; internal set; }

    /// <summary>Bytes from the host that were lost: chip asleep, port closed or buffer overflow.</summary>
    public long UartBytesLost { get; internal set; }

    /// <summary>Time spent awake, booting included.</summary>
    public TimeSpan AwakeTime { get; internal set; }

    /// <summary>Time for which the panel was lit, whatever it showed.</summary>
    public TimeSpan LitTime { get; internal set; }

    /// <summary>The part of <see cref="LitTime"/> in which the chip slept.</summary>
    public TimeSpan LitAsleepTime { get; internal set; }
}
