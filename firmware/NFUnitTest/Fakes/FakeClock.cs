using HwToken.Firmware.Board;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>All clocks over one world time in milliseconds; nothing waits for real.</summary>
    public sealed class FakeClock : IClock
    {
        /// <summary>World time since the board was made.</summary>
        public long Milliseconds = 5000;

        /// <summary>What the clock chip is off, in seconds.</summary>
        public long ChipOffset;

        /// <summary>Why the clock chip yields no time.</summary>
        public ClockFault Fault = ClockFault.None;

        /// <summary>How much faster waiting passes: tests of a line that is open for minutes need not poll each 10 ms.</summary>
        public int Hurry = 1;

        /// <summary>The chip takes no time.</summary>
        public bool RefusesTime;

        private long _bootedAt;
        private long _systemZero;

        public long UptimeMilliseconds
        {
            get { return Milliseconds - _bootedAt; }
        }

        public long SystemSeconds
        {
            get { return (Milliseconds - _systemZero) / 1000; }
        }

        /// <summary>Unix time of the world, in seconds.</summary>
        public long World
        {
            get { return FakeBoard.Start + (Milliseconds / 1000); }
        }

        public ClockReading Read()
        {
            return Fault == ClockFault.None ? ClockReading.At(World + ChipOffset) : ClockReading.Failed(Fault);
        }

        public bool TrySet(long unixSeconds)
        {
            if (RefusesTime || Fault == ClockFault.Missing)
            {
                return false;
            }

            Fault = ClockFault.None;
            ChipOffset = unixSeconds - World;
            return true;
        }

        public void Wait(int milliseconds)
        {
            Milliseconds += milliseconds * Hurry;
        }

        /// <summary>The chip boots: uptime begins anew, and without power the system clock does too.</summary>
        public void Boot(bool isPowerOn)
        {
            _bootedAt = Milliseconds;
            if (isPowerOn)
            {
                _systemZero = Milliseconds;
            }
        }
    }
}
