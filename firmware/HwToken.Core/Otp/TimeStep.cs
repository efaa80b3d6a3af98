namespace HwToken.Core.Otp
{
    /// <summary>Unix time to TOTP time steps (RFC 6238, 4.2; T0 = 0).</summary>
    public static class TimeStep
    {
        /// <summary>The step that holds <paramref name="unixSeconds"/>.</summary>
        /// <param name="unixSeconds">Unix time in seconds, 0 or later.</param>
        /// <param name="periodSeconds">1 to 300.</param>
        public static ulong At(long unixSeconds, int periodSeconds)
        {
            return (ulong)(unixSeconds / periodSeconds);
        }

        /// <summary>Seconds from <paramref name="unixSeconds"/> until the next step begins: 1 to the period.</summary>
        public static int SecondsLeft(long unixSeconds, int periodSeconds)
        {
            return periodSeconds - (int)(unixSeconds % periodSeconds);
        }
    }
}
