namespace HwToken.Core.Rules
{
    /// <summary>For 30 s after a code was made, presses yield no new code: the same code stays.</summary>
    public static class HoldOff
    {
        /// <summary>Length of the hold-off, in seconds.</summary>
        public const int Seconds = 30;

        /// <summary>Seconds of hold-off that are left.</summary>
        /// <param name="issuedAt">When the last code was made, in seconds of some clock.</param>
        /// <param name="now">Seconds of the same clock.</param>
        /// <returns>1 to 30 inside the hold-off. 0 when it is over, or when the clock went back: an old code must not stay
        /// for hours because a clock was corrected.</returns>
        public static int SecondsLeft(long issuedAt, long now)
        {
            long passed = now - issuedAt;
            return passed < 0 || passed >= Seconds ? 0 : Seconds - (int)passed;
        }
    }
}
