namespace nanoFramework.Hardware.Esp32;

/// <content>What woke the chip.</content>
public partial class Sleep
{
    /// <summary>What ended deep sleep.</summary>
    public enum WakeupCause
    {
        /// <summary>Power-on or reset.</summary>
        Undefined = 0,

        /// <summary>One pin, by level.</summary>
        Ext0 = 2,

        /// <summary>Several pins.</summary>
        Ext1 = 3,

        /// <summary>The timer.</summary>
        Timer = 4,

        /// <summary>A touch pad.</summary>
        TouchPad = 5,

        /// <summary>The coprocessor.</summary>
        Ulp = 6,

        /// <summary>A pin, out of light sleep.</summary>
        Gpio = 7,

        /// <summary>The serial line, out of light sleep.</summary>
        Uart = 8,

        /// <summary>The radio.</summary>
        Wifi = 9,

        /// <summary>The second coprocessor.</summary>
        CoCpu = 10,

        /// <summary>A fault of the second coprocessor.</summary>
        CoCpuTrapTrig = 11,

        /// <summary>Bluetooth.</summary>
        Bt = 12,
    }
}
