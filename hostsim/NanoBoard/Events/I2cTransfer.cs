namespace NanoBoard.Events;

/// <summary>What went over the I2C lines between START and STOP.</summary>
/// <param name="At">True time of the START.</param>
/// <param name="BitsPerSecond">The bus's speed.</param>
/// <param name="Address">Seven bits.</param>
/// <param name="IsAcknowledged">False: nobody took the address, and nothing follows it.</param>
/// <param name="Written">Bytes that the chip sent.</param>
/// <param name="Read">Bytes that the device sent after a repeated START; empty: none.</param>
public sealed record I2cTransfer(DateTimeOffset At, int BitsPerSecond, int Address, bool IsAcknowledged, ReadOnlyMemory<byte> Written, ReadOnlyMemory<byte> Read);
