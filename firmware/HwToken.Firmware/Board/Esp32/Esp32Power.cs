using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>Deep sleep with two ways out: the button (EXT1) and the timer.</summary>
    public sealed class Esp32Power : IPower
    {
        private const int PollMilliseconds = 10;
        private const ulong FreshMicroseconds = 10000000;

        private readonly BoardProfile _profile;
        private readonly IButton _button;
        private readonly DisplaySupply _supply;
        private readonly SupplyMeter _meter;
        private SupplyReading _measured;
        private ulong _measuredAt;

        /// <summary>Needs the button to know which of its levels is the next event.</summary>
        /// <param name="profile">The wiring.</param>
        /// <param name="button">The button.</param>
        /// <param name="supply">The OLED's supply.</param>
        /// <param name="meter">Measures the battery.</param>
        internal Esp32Power(BoardProfile profile, IButton button, DisplaySupply supply, SupplyMeter meter)
        {
            _meter = meter;
            _profile = profile;
            _button = button;
            _supply = supply;
        }

        /// <inheritdoc/>
        public WakeCause Cause
        {
            get
            {
                switch (Sleep.GetWakeupCause())
                {
                    case Sleep.WakeupCause.Ext1:
                        return WakeCause.Button;
                    case Sleep.WakeupCause.Timer:
                        return WakeCause.Timer;
                    default:
                        return WakeCause.PowerOn;
                }
            }
        }

        /// <inheritdoc/>
        public bool IsRadioOn
        {
            get { return RadioSetting.IsOn(new FileStore(this)); }
        }

        /// <inheritdoc/>
        public SupplyReading ReadSupply()
        {
            ulong now = HighResTimer.GetCurrent();
            if (_measured == null || now - _measuredAt > FreshMicroseconds)
            {
                _measured = _meter.Read();
                _measuredAt = now;
            }

            return _measured;
        }

        /// <inheritdoc/>
        void IPower.Sleep(int timerMilliseconds)
        {
            if (timerMilliseconds == 0)
            {
                // Without a timer nothing is shown: the panel is dark and needs no supply.
                _supply.SwitchOff();
            }
            else if (!_profile.IsLitInDeepSleep)
            {
                timerMilliseconds = WaitAwake(timerMilliseconds);
            }

            DeepSleep(_profile, timerMilliseconds, _button.IsDown);
        }

        /// <inheritdoc/>
        public void FillRandom(byte[] buffer)
        {
            new Random().NextBytes(buffer);
        }

        /// <summary>Sleeps whatever state the program is in. A button that is stuck down would wake the chip at once, for
        /// ever: then the next event is its release. EXT1 and not EXT0 (EnableWakeupByPin), which keeps the RTC pins' supply
        /// on in deep sleep: 5 uA of 18 (hardware/power/POWER.md). EXT1 has no pull-up then: the one on the board holds the pin.</summary>
        internal static void DeepSleep(BoardProfile profile, int timerMilliseconds, bool isButtonDown)
        {
            Sleep.EnableWakeupByMultiPins((Sleep.WakeupGpioPin)(1UL << profile.Button), isButtonDown ? Sleep.WakeupMode.AnyHigh : Sleep.WakeupMode.AllLow);
            if (timerMilliseconds > 0)
            {
                Sleep.EnableWakeupByTimer(new TimeSpan(0, 0, 0, 0, timerMilliseconds));
            }

            Sleep.StartDeepSleep();
        }

        /// <summary>
        /// Where the panel would lose its picture asleep, the CPU waits instead; then the shortest of sleeps brings the wake
        /// that clears the panel, or, with the button down, none is needed: the press wakes the chip at once.
        /// </summary>
        private int WaitAwake(int milliseconds)
        {
            for (int waited = 0; waited < milliseconds && !_button.IsDown; waited += PollMilliseconds)
            {
                Thread.Sleep(PollMilliseconds);
            }

            return PollMilliseconds;
        }
    }
}
