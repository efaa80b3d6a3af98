namespace HwToken.Firmware.Token
{
    /// <summary>What has happened to the token: the rows of the wake table.</summary>
    public enum TokenEvent
    {
        /// <summary>Button pressed and released.</summary>
        Press,

        /// <summary>Button held 2 s.</summary>
        HoldForInformation,

        /// <summary>Button held 10 s.</summary>
        HoldForService,

        /// <summary>The timer that was set before sleep.</summary>
        Timer,

        /// <summary>Power came, or the chip was reset.</summary>
        PowerOn,
    }
}
