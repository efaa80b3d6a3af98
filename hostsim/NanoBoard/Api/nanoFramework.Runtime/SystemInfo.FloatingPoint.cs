namespace nanoFramework.Runtime.Native;

/// <content>Fractions.</content>
public static partial class SystemInfo
{
    /// <summary>How an image reckons with fractions.</summary>
    public enum FloatingPoint
    {
        /// <summary>Not at all.</summary>
        None = 0,

        /// <summary>32 bits, by program.</summary>
        SinglePrecisionSoftware = 1,

        /// <summary>32 bits, by the chip.</summary>
        SinglePrecisionHardware = 2,

        /// <summary>64 bits, by program.</summary>
        DoublePrecisionSoftware = 3,

        /// <summary>64 bits, by the chip.</summary>
        DoublePrecisionHardware = 4,
    }
}
