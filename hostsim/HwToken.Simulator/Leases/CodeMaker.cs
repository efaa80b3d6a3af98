using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Rules;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Leases;

/// <summary>Makes a token's next code at a moment that allows it (<see cref="CodeMoment"/>), and moves the token past it. Nothing is durable yet.</summary>
internal static class CodeMaker
{
    /// <summary>The hold-off begins when the firmware has made the code, a moment after the button went down.</summary>
    private static readonly TimeSpan HoldOffOfAPress = TimeSpan.FromSeconds(HoldOff.Seconds + 2);

    /// <summary>Computes the code by the firmware's own rule.</summary>
    /// <returns>Null: this step's code equals the last one, and the token has gone past it.</returns>
    /// <exception cref="LeaseException">The counter has ended.</exception>
    public static LeasedCode? Compute(FleetToken token, DateTimeOffset now)
    {
        OtpParameters parameters = token.Parameters;
        OtpGenerator generator = token.NewGenerator();
        bool isTotp = parameters.Type == OtpType.Totp;
        NextCode next = isTotp
            ? NextCode.ForTotp(generator, token.NextFactor, token.IsIssued, now.ToUnixTimeSeconds(), parameters.PeriodSeconds)
            : NextCode.ForHotp(generator, token.NextFactor, token.IsIssued);
        switch (next.Verdict)
        {
            case NextCodeVerdict.Ready:
                token.MoveTo(next.Factor + 1, isIssued: true, token.HeldOffUntil);
                return Tell(token, OtpCode.Format(next.Code, parameters.Digits), now, isPressed: false);
            case NextCodeVerdict.Exhausted:
                throw new LeaseException(LeaseFault.TokenRefused, $"The counter of {token.Id} has reached its end. Release the lease and take another token.");
            default:
                token.MoveTo(CodeMoment.StepAt(now, parameters.PeriodSeconds) + 1, isIssued: true, token.HeldOffUntil);
                return null;
        }
    }

    /// <summary>Presses the button and reads the display.</summary>
    /// <returns>Null: the token says that it has to wait for the next step.</returns>
    /// <exception cref="LeaseException">It shows something else than a code; the message says what.</exception>
    public static LeasedCode? Press(FleetToken token, DateTimeOffset now)
    {
        (ScreenReading screen, OtpState state) = FleetPress.Run(token, now);
        if (screen is { Content: ScreenContent.Code, Code: { } code })
        {
            token.MoveTo(state.NextFactor, isIssued: true, now + HoldOffOfAPress);
            return Tell(token, code, now, isPressed: true);
        }

        if (token.Parameters.Type == OtpType.Totp && screen is { Content: ScreenContent.Text, Error: null })
        {
            token.MoveTo(CodeMoment.StepAt(now, token.Parameters.PeriodSeconds) + 1, isIssued: true, token.HeldOffUntil);
            return null;
        }

        throw new LeaseException(LeaseFault.TokenRefused, $"The display of {token.Id} shows no code but: {screen.Describe()}. Release the lease and take another token.");
    }

    private static LeasedCode Tell(FleetToken token, string code, DateTimeOffset now, bool isPressed)
    {
        ulong factor = token.NextFactor - 1;
        DateTimeOffset? ends = token.Parameters.Type == OtpType.Totp ? CodeMoment.StepBegins(factor + 1, token.Parameters.PeriodSeconds) : null;
        return new LeasedCode(code, token.Id, token.Parameters.Type, factor, now, ends, isPressed);
    }
}
