using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Rules;
using HwToken.Firmware.Screens;

namespace HwToken.Firmware.Token
{
    /// <summary>
    /// Decides, and does nothing: (stored records, event, now) → (new record, screen, next wake). Pure; tables test it.
    /// </summary>
    public static class TokenMachine
    {
        /// <summary>HOTP counters given up when the newest state may be lost: the last code, and a collision's skip.</summary>
        private const int LostCounters = 2;

        /// <summary>
        /// No token is this old. A clock further ahead has a wrong century bit or year; a code of that time would be worthless,
        /// and once its step is stored no code of the present could follow.
        /// </summary>
        private const long LongestLifeSeconds = 50L * 365 * 86400;

        /// <summary>The transition.</summary>
        /// <param name="e">What happened.</param>
        /// <param name="credential">The committed credential, or null.</param>
        /// <param name="generator">Its generator; needed for a press alone, else null.</param>
        /// <param name="state">Its state, or null when it is lost.</param>
        /// <param name="now">When it happened.</param>
        public static TokenStep Decide(TokenEvent e, Credential credential, OtpGenerator generator, OtpState state, TokenNow now)
        {
            if (e == TokenEvent.Timer)
            {
                return TokenStep.Show(null, Screen.Plain(ScreenKind.Dark), 0);
            }

            if (credential == null)
            {
                return TokenStep.OpenLine(ScreenKind.NoKey, LineWindow.BlankSeconds);
            }

            switch (e)
            {
                case TokenEvent.HoldForInformation:
                    return TokenStep.Show(null, Screen.Plain(ScreenKind.Information), TokenTimes.InformationSeconds);
                case TokenEvent.HoldForService:
                    return TokenStep.OpenLine(ScreenKind.Service, LineWindow.ServiceSeconds);
                case TokenEvent.PowerOn:
                    return TokenStep.Show(AfterPowerLoss(state), Screen.Plain(ScreenKind.SelfTest), TokenTimes.SelfTestSeconds);
                default:
                    return state == null ? TokenStep.Fail(TokenError.StateLost) : Press(credential, generator, state, now);
            }
        }

        /// <summary>
        /// The state to go on with when the newest one may be lost. The lost one may have shown the next code already, so
        /// that code is given up: a code may be skipped, never repeated.
        /// </summary>
        /// <returns>Null when nothing safe can be said: a TOTP token without a clock.</returns>
        public static OtpState Recover(Credential credential, OtpState state, TokenNow now)
        {
            if (credential.Parameters.Type == OtpType.Hotp)
            {
                bool isAtEnd = state.NextFactor > ulong.MaxValue - LostCounters;
                return state.SkippedTo(isAtEnd ? ulong.MaxValue : state.NextFactor + LostCounters);
            }

            if (!IsTrusted(credential, now))
            {
                return null;
            }

            ulong afterThisStep = TimeStep.At(now.Clock.UnixSeconds, credential.Parameters.PeriodSeconds) + 1;
            return state.SkippedTo(afterThisStep > state.NextFactor ? afterThisStep : state.NextFactor);
        }

        /// <summary>
        /// Without power the system clock has lost its place: a hold-off that it was timing is over, lest an old code stay
        /// as the current one. A hold-off timed by the clock chip goes on.
        /// </summary>
        private static OtpState AfterPowerLoss(OtpState state)
        {
            return state != null && state.IsHoldOffOpen && !state.IsRtcTime ? state.WithoutHoldOff() : null;
        }

        private static TokenStep Press(Credential credential, OtpGenerator generator, OtpState state, TokenNow now)
        {
            OtpParameters parameters = credential.Parameters;
            bool isTotp = parameters.Type == OtpType.Totp;
            bool isTrusted = IsTrusted(credential, now);
            if (isTotp && !isTrusted)
            {
                bool isBehind = now.Clock.IsValid && now.Clock.UnixSeconds < credential.ProvisionedAt;
                return TokenStep.Fail(isBehind ? TokenError.ClockBehind : TokenError.ClockStopped);
            }

            int holdOff = HoldOffLeft(state, now, isTrusted);
            if (holdOff > 0)
            {
                // The same code, drawn again: if the panel lost its picture it is back, else nothing changes.
                return TokenStep.Show(null, CodeScreen(generator.Compute(state.NextFactor - 1), parameters, now), holdOff);
            }

            NextCode next = isTotp
                ? NextCode.ForTotp(generator, state.NextFactor, state.IsIssued, now.Clock.UnixSeconds, parameters.PeriodSeconds, state.LastTag)
                : NextCode.ForHotp(generator, state.NextFactor, state.IsIssued, state.LastTag);
            switch (next.Verdict)
            {
                case NextCodeVerdict.Ready:
                    OtpState issued = OtpState.Issued(next.Factor, isTrusted ? now.Clock.UnixSeconds : now.SystemSeconds, isTrusted);
                    return TokenStep.Show(issued.Tagged(next.Code), CodeScreen(next.Code, parameters, now), HoldOff.Seconds);
                case NextCodeVerdict.Wait:
                    int seconds = next.WaitSeconds < TokenTimes.MessageSeconds ? next.WaitSeconds : TokenTimes.MessageSeconds;
                    return TokenStep.Show(null, Screen.Wait(next.WaitSeconds), seconds);
                case NextCodeVerdict.ClockBehind:
                    return TokenStep.Fail(TokenError.ClockBehind);
                default:
                    return TokenStep.Fail(TokenError.CounterEnded);
            }
        }

        /// <summary>A clock that is valid, not behind the day of provisioning and not a lifetime ahead of it. HOTP may lack that day.</summary>
        private static bool IsTrusted(Credential credential, TokenNow now)
        {
            long age = now.Clock.UnixSeconds - credential.ProvisionedAt;
            return now.Clock.IsValid && age >= 0 && (credential.ProvisionedAt == 0 || age <= LongestLifeSeconds);
        }

        /// <summary>Only the clock that timed the beginning of the hold-off can tell its end.</summary>
        private static int HoldOffLeft(OtpState state, TokenNow now, bool isTrusted)
        {
            if (!state.IsIssued || !state.IsHoldOffOpen || (state.IsRtcTime && !isTrusted))
            {
                return 0;
            }

            return HoldOff.SecondsLeft(state.IssuedAt, state.IsRtcTime ? now.Clock.UnixSeconds : now.SystemSeconds);
        }

        private static Screen CodeScreen(uint code, OtpParameters parameters, TokenNow now)
        {
            return parameters.Type == OtpType.Hotp
                ? Screen.Code(code, parameters.Digits, 0, 0)
                : Screen.Code(code, parameters.Digits, TimeStep.SecondsLeft(now.Clock.UnixSeconds, parameters.PeriodSeconds), parameters.PeriodSeconds);
        }
    }
}
