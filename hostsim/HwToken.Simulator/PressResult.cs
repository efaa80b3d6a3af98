using HwToken.Simulator.Screens;

namespace HwToken.Simulator;

/// <summary>What one press brought.</summary>
/// <param name="At">When the button went down.</param>
/// <param name="Code">The code on the panel, or null.</param>
/// <param name="MovingFactor">Its counter or time step, read from flash; null without a code.</param>
/// <param name="Screen">What stood on the panel.</param>
/// <param name="Picture">The panel's pixels.</param>
public sealed record PressResult(DateTimeOffset At, string? Code, ulong? MovingFactor, ScreenReading Screen, PanelPicture Picture);
