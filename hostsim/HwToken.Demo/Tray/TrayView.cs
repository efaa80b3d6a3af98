namespace HwToken.Demo.Tray;

/// <summary>A token at one moment.</summary>
/// <param name="Picture">Its display as an SVG element.</param>
/// <param name="Code">The code on it; empty when there is none.</param>
/// <param name="Clock">What its clock says; null when it has stopped or holds no valid time.</param>
/// <param name="ClockPpm">Error of its clock's rate, parts per million.</param>
public sealed record TrayView(string Picture, string Code, DateTimeOffset? Clock, double ClockPpm);
