namespace HwToken.Simulator.Power;

/// <summary>A board.</summary>
/// <param name="SleepMicroamperes">All that draws in deep sleep with the panel off.</param>
/// <param name="AwakeMilliamperes">CPU running, radio off.</param>
/// <param name="TimerWakeSeconds">A wake that does next to nothing: the boot.</param>
/// <param name="AwakeWhileShown">The board loses its picture in deep sleep, so its CPU stays awake while one is shown.</param>
internal sealed record BoardFigures(double SleepMicroamperes, double AwakeMilliamperes, double TimerWakeSeconds, bool AwakeWhileShown);
