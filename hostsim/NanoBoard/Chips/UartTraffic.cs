namespace NanoBoard.Chips;

/// <summary>Bytes put on the serial line together.</summary>
/// <param name="At">True time.</param>
/// <param name="FromHost">The host sent them; else the chip.</param>
/// <param name="Bytes">What was sent.</param>
public sealed record UartTraffic(DateTimeOffset At, bool FromHost, ReadOnlyMemory<byte> Bytes);
