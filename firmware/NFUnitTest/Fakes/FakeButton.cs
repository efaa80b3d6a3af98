using HwToken.Firmware.Board;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>A button that is pressed by the world clock: up to two presses are planned at a time.</summary>
    public sealed class FakeButton : IButton
    {
        private readonly FakeClock _clock;
        private long _from;
        private long _to;
        private long _nextFrom;
        private long _nextTo;

        public FakeButton(FakeClock clock)
        {
            _clock = clock;
        }

        public bool IsDown
        {
            get
            {
                long now = _clock.Milliseconds;
                return (now >= _from && now < _to) || (now >= _nextFrom && now < _nextTo);
            }
        }

        /// <summary>Plans one press.</summary>
        public void DownFrom(long milliseconds, int length)
        {
            _from = milliseconds;
            _to = milliseconds + length;
            _nextFrom = 0;
            _nextTo = 0;
        }

        /// <summary>Plans a second one.</summary>
        public void ThenDownFrom(long milliseconds, int length)
        {
            _nextFrom = milliseconds;
            _nextTo = milliseconds + length;
        }
    }
}
