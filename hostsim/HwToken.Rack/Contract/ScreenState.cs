using HwToken.Simulator.Screens;

namespace HwToken.Rack.Contract;

/// <summary>What the display reads, decoded from its pixels.</summary>
/// <param name="Content"><c>dark</c>, <c>code</c>, <c>text</c> or <c>unreadable</c>.</param>
/// <param name="Code">The security code, or null.</param>
/// <param name="Lines">The words, from top to bottom.</param>
/// <param name="Error">The number of an error screen, or null.</param>
/// <param name="Steady">False while a frame may still be arriving.</param>
internal sealed record ScreenState(ScreenContent Content, string? Code, IReadOnlyList<string> Lines, int? Error, bool Steady);
