namespace HwToken.Core.Rules
{
    /// <summary>What the rules say to a request for a new code.</summary>
    public enum NextCodeVerdict
    {
        /// <summary>A new code may be made.</summary>
        Ready,

        /// <summary>TOTP: this time step has had its code, or its code equals the last one; wait for the next step.</summary>
        Wait,

        /// <summary>TOTP: the clock is behind the last code.</summary>
        ClockBehind,

        /// <summary>HOTP: the 64-bit counter has run out.</summary>
        Exhausted,
    }
}
