using HwToken.Firmware.Board;

namespace HwToken.Firmware.Token
{
    /// <summary>The moment of an event, by both clocks.</summary>
    public sealed class TokenNow
    {
        /// <summary>Fixes the moment.</summary>
        /// <param name="clock">What the clock chip says.</param>
        /// <param name="systemSeconds">What the system clock says.</param>
        public TokenNow(ClockReading clock, long systemSeconds)
        {
            Clock = clock;
            SystemSeconds = systemSeconds;
        }

        /// <summary>What the clock chip says.</summary>
        public ClockReading Clock { get; }

        /// <summary>What the system clock says, in seconds.</summary>
        public long SystemSeconds { get; }
    }
}
