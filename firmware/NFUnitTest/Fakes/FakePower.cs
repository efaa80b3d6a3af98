using HwToken.Firmware.Board;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>Remembers how the wake ended.</summary>
    public sealed class FakePower : IPower
    {
        private byte _noise = 1;

        public WakeCause Cause { get; set; }

        /// <summary>Timer of the last sleep, in milliseconds; 0: the button alone.</summary>
        public int Timer { get; private set; }

        /// <summary>Sleeps in this wake: one, if all is well.</summary>
        public int Sleeps { get; set; }

        /// <summary>What the battery says: unknown, as on a board without a divider.</summary>
        public SupplyReading Supply = SupplyReading.Unknown();

        public bool IsRadioOn { get; set; }

        public SupplyReading ReadSupply()
        {
            return Supply;
        }

        public void Sleep(int timerMilliseconds)
        {
            Timer = timerMilliseconds;
            Sleeps++;
        }

        public void FillRandom(byte[] buffer)
        {
            for (int i = 0; i < buffer.Length; i++)
            {
                buffer[i] = _noise++;
            }
        }
    }
}
