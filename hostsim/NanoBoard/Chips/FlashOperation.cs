namespace NanoBoard.Chips;

/// <summary>One durable step.</summary>
/// <param name="Number">Counted over the board's life from 1.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Name">The file; of a move, the new name.</param>
/// <param name="Length">Bytes that the file holds afterwards.</param>
public sealed record FlashOperation(long Number, FlashOperationKind Kind, string Name, int Length);
