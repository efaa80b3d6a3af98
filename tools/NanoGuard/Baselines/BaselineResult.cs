namespace NanoGuard.Baselines;

/// <summary>Findings beside a baseline.</summary>
/// <param name="Added">Not in it: to be mended.</param>
/// <param name="Known">In it.</param>
/// <param name="Gone">How many of its findings are no more: write it anew.</param>
public sealed record BaselineResult(IReadOnlyList<Violation> Added, IReadOnlyList<Violation> Known, int Gone);
