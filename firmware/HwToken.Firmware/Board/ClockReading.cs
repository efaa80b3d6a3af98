namespace HwToken.Firmware.Board
{
    /// <summary>What the clock chip said: a time, or why there is none.</summary>
    public sealed class ClockReading
    {
        private ClockReading(long unixSeconds, ClockFault fault)
        {
            UnixSeconds = unixSeconds;
            Fault = fault;
        }

        /// <summary>UTC in seconds since 1970; 0 with a fault.</summary>
        public long UnixSeconds { get; }

        /// <summary>Why the time cannot be used, or <see cref="ClockFault.None"/>.</summary>
        public ClockFault Fault { get; }

        /// <summary>True when the time can be used.</summary>
        public bool IsValid
        {
            get { return Fault == ClockFault.None; }
        }

        /// <summary>A good reading.</summary>
        public static ClockReading At(long unixSeconds)
        {
            return new ClockReading(unixSeconds, ClockFault.None);
        }

        /// <summary>A reading that cannot be used.</summary>
        public static ClockReading Failed(ClockFault fault)
        {
            return new ClockReading(0, fault);
        }
    }
}
