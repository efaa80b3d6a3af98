namespace HwToken.Firmware.Screens
{
    /// <summary>Errors that the display can show, as <c>E1</c> to <c>E10</c>. The numbers are known to people: never renumber.</summary>
    public enum TokenError
    {
        /// <summary>No credential is stored.</summary>
        NoKey = 1,

        /// <summary>The new counter could not be stored, so no code is shown.</summary>
        StoreFailed = 2,

        /// <summary>The counter is lost: any code might be a repeated one.</summary>
        StateLost = 3,

        /// <summary>The clock chip is missing, stopped, or holds no valid time.</summary>
        ClockStopped = 4,

        /// <summary>The clock is behind the last code or the provisioning date.</summary>
        ClockBehind = 5,

        /// <summary>A self-test failed.</summary>
        SelfTestFailed = 6,

        /// <summary>The HOTP counter has run out.</summary>
        CounterEnded = 7,

        /// <summary>A fault inside the firmware.</summary>
        InternalFault = 8,

        /// <summary>A provisioning file was refused; nothing of it was stored.</summary>
        FileRefused = 9,

        /// <summary>The battery is too low to write flash, so no code is made.</summary>
        BatteryEmpty = 10,
    }
}
