namespace HwToken.Firmware.Board
{
    /// <summary>Why a clock chip's time cannot be used.</summary>
    public enum ClockFault
    {
        /// <summary>It can be used.</summary>
        None,

        /// <summary>No chip answers.</summary>
        Missing,

        /// <summary>The oscillator stopped since the time was set (DS3231 OSF).</summary>
        Stopped,

        /// <summary>The registers hold no time: bad BCD, no such date, 12-hour mode.</summary>
        Invalid,
    }
}
