namespace HwToken.Firmware.Board
{
    /// <summary>Why the chip is awake.</summary>
    public enum WakeCause
    {
        /// <summary>Power came, or the chip was reset.</summary>
        PowerOn,

        /// <summary>The button.</summary>
        Button,

        /// <summary>The timer that was set when the chip went to sleep.</summary>
        Timer,
    }
}
