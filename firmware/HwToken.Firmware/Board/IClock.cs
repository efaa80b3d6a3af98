namespace HwToken.Firmware.Board
{
    /// <summary>The clocks of a token.</summary>
    public interface IClock
    {
        /// <summary>Time since the chip woke, in milliseconds. Starts anew at each wake.</summary>
        long UptimeMilliseconds { get; }

        /// <summary>The system clock in seconds: runs on through deep sleep (some percent off), restarts with power.</summary>
        long SystemSeconds { get; }

        /// <summary>Reads the clock chip.</summary>
        ClockReading Read();

        /// <summary>Sets the clock chip and clears its stopped flag.</summary>
        /// <param name="unixSeconds">UTC; the second begins now.</param>
        /// <returns>False when the chip did not take it.</returns>
        bool TrySet(long unixSeconds);

        /// <summary>Waits with the CPU awake.</summary>
        /// <param name="milliseconds">10 or more: the platform counts in ticks of 10 ms.</param>
        void Wait(int milliseconds);
    }
}
