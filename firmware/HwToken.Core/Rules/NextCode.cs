using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Core.Rules
{
    /// <summary>
    /// The rules "never equal, never twice" as pure functions: a moving factor is used once at most, and two consecutive
    /// codes differ.
    /// </summary>
    public sealed class NextCode
    {
        private NextCode(NextCodeVerdict verdict, ulong factor, uint code, int waitSeconds)
        {
            Verdict = verdict;
            Factor = factor;
            Code = code;
            WaitSeconds = waitSeconds;
        }

        /// <summary>What the rules say.</summary>
        public NextCodeVerdict Verdict { get; }

        /// <summary>Moving factor of the code, when <see cref="NextCodeVerdict.Ready"/>.</summary>
        public ulong Factor { get; }

        /// <summary>The code, when <see cref="NextCodeVerdict.Ready"/>.</summary>
        public uint Code { get; }

        /// <summary>Seconds until the next time step, when <see cref="NextCodeVerdict.Wait"/>.</summary>
        public int WaitSeconds { get; }

        /// <summary>HOTP: the next counter whose code differs from the last one.</summary>
        /// <param name="generator">The credential's generator.</param>
        /// <param name="nextFactor">Next unused counter.</param>
        /// <param name="isIssued">True when <paramref name="nextFactor"/> - 1 has been shown.</param>
        /// <param name="lastTag">Tag of that code (<see cref="OtpState.LastTag"/>), if known.</param>
        public static NextCode ForHotp(OtpGenerator generator, ulong nextFactor, bool isIssued, int lastTag = OtpState.NoTag)
        {
            // The largest counter is never used: the one after it could not be stored.
            for (ulong factor = nextFactor; factor != ulong.MaxValue; factor++)
            {
                uint code = generator.Compute(factor);
                if (!isIssued || !IsLast(generator, code, nextFactor, lastTag))
                {
                    return new NextCode(NextCodeVerdict.Ready, factor, code, 0);
                }
            }

            return new NextCode(NextCodeVerdict.Exhausted, 0, 0, 0);
        }

        /// <summary>TOTP: the code of the current time step, unless that step is spent.</summary>
        /// <param name="generator">The credential's generator.</param>
        /// <param name="nextFactor">Lowest step that may still be shown.</param>
        /// <param name="isIssued">True when <paramref name="nextFactor"/> - 1 has been shown or given up.</param>
        /// <param name="unixSeconds">True time.</param>
        /// <param name="periodSeconds">Time step, 1 to 300 s.</param>
        /// <param name="lastTag">Tag of the code of <paramref name="nextFactor"/> - 1 (<see cref="OtpState.LastTag"/>), if known.</param>
        public static NextCode ForTotp(
            OtpGenerator generator, ulong nextFactor, bool isIssued, long unixSeconds, int periodSeconds, int lastTag = OtpState.NoTag)
        {
            ulong step = TimeStep.At(unixSeconds, periodSeconds);
            int left = TimeStep.SecondsLeft(unixSeconds, periodSeconds);
            if (step < nextFactor)
            {
                bool isLast = step == nextFactor - 1;
                return new NextCode(isLast ? NextCodeVerdict.Wait : NextCodeVerdict.ClockBehind, 0, 0, isLast ? left : 0);
            }

            uint code = generator.Compute(step);
            return isIssued && IsLast(generator, code, nextFactor, lastTag)
                ? new NextCode(NextCodeVerdict.Wait, 0, 0, left)
                : new NextCode(NextCodeVerdict.Ready, step, code, 0);
        }

        /// <summary>True when a code equals the last one. An unlike tag says no at once; a like one proves nothing.</summary>
        private static bool IsLast(OtpGenerator generator, uint code, ulong nextFactor, int lastTag)
        {
            return (lastTag == OtpState.NoTag || lastTag == OtpState.TagOf(code)) && code == generator.Compute(nextFactor - 1);
        }
    }
}
