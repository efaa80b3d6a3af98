namespace HwToken.Firmware.Board
{
    /// <summary>Waking, sleeping, and the noise that only hardware has.</summary>
    public interface IPower
    {
        /// <summary>Why the chip is awake.</summary>
        WakeCause Cause { get; }

        /// <summary>The battery's voltage. Measured anew when the last measurement is some seconds old.</summary>
        SupplyReading ReadSupply();

        /// <summary>True when the platform's image starts its radio at every wake: it draws more than all else together.</summary>
        bool IsRadioOn { get; }

        /// <summary>
        /// Sleeps until the button or the timer wakes the chip, which then boots anew. Does not return on the device; a
        /// double may return or throw, so nothing follows a call.
        /// </summary>
        /// <param name="timerMilliseconds">0: no timer, the button alone.</param>
        void Sleep(int timerMilliseconds);

        /// <summary>Fills a buffer from the chip's noise source. Good enough for nonces, not for keys (facts: RF is off).</summary>
        void FillRandom(byte[] buffer);
    }
}
