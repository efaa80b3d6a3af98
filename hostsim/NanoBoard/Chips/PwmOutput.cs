namespace NanoBoard.Chips;

/// <summary>What a PWM output gives.</summary>
/// <param name="Frequency">Hertz.</param>
/// <param name="DutyCycle">Share of the time at high: 0 to 1.</param>
/// <param name="IsRunning">Started and not stopped.</param>
public readonly record struct PwmOutput(int Frequency, double DutyCycle, bool IsRunning);
