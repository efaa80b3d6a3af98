using HwToken.Core.Otp;
using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <summary>When a token may show its next code.</summary>
internal static class CodeMoment
{
    /// <summary>The earliest moment from now on, by the shared clock: after the hold-off of a press, in a time step that has shown none, not at its end.</summary>
    /// <param name="token">The token.</param>
    /// <param name="now">The shared clock.</param>
    /// <param name="ask">How the code is wanted.</param>
    public static DateTimeOffset Earliest(FleetToken token, DateTimeOffset now, CodeAsk ask)
    {
        DateTimeOffset moment = ask.IsPressed && token.HeldOffUntil > now ? token.HeldOffUntil : now;
        if (token.Parameters.Type == OtpType.Hotp)
        {
            return moment;
        }

        int period = token.Parameters.PeriodSeconds;
        DateTimeOffset first = StepBegins(token.NextFactor, period);
        moment = first > moment ? first : moment;
        DateTimeOffset next = StepBegins(StepAt(moment, period) + 1, period);
        return next - moment <= ask.Margin ? next : moment;
    }

    /// <summary>The time step of a moment.</summary>
    public static ulong StepAt(DateTimeOffset moment, int period) => TimeStep.At(moment.ToUnixTimeSeconds(), period);

    /// <summary>When a time step begins.</summary>
    public static DateTimeOffset StepBegins(ulong step, int period) =>
        step < (ulong)(PressRun.Latest.ToUnixTimeSeconds() / period) ? DateTimeOffset.FromUnixTimeSeconds((long)step * period) : PressRun.Latest;
}
