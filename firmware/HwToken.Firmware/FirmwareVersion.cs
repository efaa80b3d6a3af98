namespace HwToken.Firmware
{
    /// <summary>Version of the firmware, as the information screen and the line tell it.</summary>
    public static class FirmwareVersion
    {
        /// <summary>Major, minor, patch.</summary>
        public const string Text = "1.0.0";
    }
}
