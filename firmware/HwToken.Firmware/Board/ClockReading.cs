namespace HwToken.Firmware.Board
{
    /// <summary>What the clock chip said: a time, or why there is none.</summary>
    public sealed class ClockReading
    {
        private ClockReading(long unixSeconds, ClockFault fault, bool isSettled)
        {
            IsSettled = isSettled;
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

        /// <summary>
        /// True when the chip is set to keep this time: its oscillator runs without main supply, nothing draws current beside it, its rate
        /// is untouched. False: the time is good now and may not be tomorrow. Setting the time puts it right.
        /// </summary>
        public bool IsSettled { get; }

        /// <summary>A good reading.</summary>
        public static ClockReading At(long unixSeconds)
        {
            return new ClockReading(unixSeconds, ClockFault.None, true);
        }

        /// <summary>A reading that is good now, of a chip whose settings another program left behind.</summary>
        public static ClockReading Unsettled(long unixSeconds)
        {
            return new ClockReading(unixSeconds, ClockFault.None, false);
        }

        /// <summary>A reading that cannot be used.</summary>
        public static ClockReading Failed(ClockFault fault)
        {
            return new ClockReading(0, fault, false);
        }
    }
}
