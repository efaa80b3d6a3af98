using HwToken.Firmware.Board;

namespace HwToken.Firmware.Token
{
    /// <summary>What a self-test found.</summary>
    public sealed class SelfTestResult
    {
        /// <summary>Fixes the findings.</summary>
        public SelfTestResult(bool isOtpRight, bool isStoreRight, bool isClockRight, bool isClockNeeded, bool isPanelRight)
        {
            IsOtpRight = isOtpRight;
            IsStoreRight = isStoreRight;
            IsClockRight = isClockRight;
            IsClockNeeded = isClockNeeded;
            IsPanelRight = isPanelRight;
            Supply = SupplyReading.Unknown();
        }

        /// <summary>The RFC vectors came out.</summary>
        public bool IsOtpRight { get; }

        /// <summary>Flash works, and the records in it are whole.</summary>
        public bool IsStoreRight { get; }

        /// <summary>The clock chip holds a time, and is set to keep it.</summary>
        public bool IsClockRight { get; }

        /// <summary>False for HOTP and blank tokens: they work without.</summary>
        public bool IsClockNeeded { get; }

        /// <summary>The panel answered on the bus.</summary>
        public bool IsPanelRight { get; }

        /// <summary>What the battery says.</summary>
        public SupplyReading Supply { get; set; }

        /// <summary>The platform starts its radio at every wake. No fault of the token: the guide says how to switch it off.</summary>
        public bool IsRadioOn { get; set; }

        /// <summary>True when the token may be used.</summary>
        public bool IsPassed
        {
            get { return IsOtpRight && IsStoreRight && IsPanelRight && (IsClockRight || !IsClockNeeded); }
        }
    }
}
