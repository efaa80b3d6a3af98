namespace NanoBoard.Events;

/// <summary>What went over an SPI bus between select and deselect. Every byte out brings one in.</summary>
/// <param name="At">True time of the first bit.</param>
/// <param name="BitsPerSecond">The bus's speed.</param>
/// <param name="BusId">1 or 2.</param>
/// <param name="ChipSelect">GPIO of the select line, as the firmware names it; -1: none.</param>
/// <param name="Written">Bytes that the chip sent.</param>
/// <param name="Read">Bytes that came back, as many.</param>
public sealed record SpiTransfer(DateTimeOffset At, int BitsPerSecond, int BusId, int ChipSelect, ReadOnlyMemory<byte> Written, ReadOnlyMemory<byte> Read);
