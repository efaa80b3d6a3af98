namespace nanoFramework.Hardware.Esp32;

/// <content>How several pins wake.</content>
public partial class Sleep
{
    /// <summary>Level of the pins that wakes.</summary>
    public enum WakeupMode
    {
        /// <summary>All of them low; of an ESP32-S3 one of them.</summary>
        AllLow = 0,

        /// <summary>One of them high.</summary>
        AnyHigh = 1,
    }
}
