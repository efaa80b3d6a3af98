using System;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>Deep sleep with two ways out: the button (EXT0) and the timer.</summary>
    public sealed class Esp32Power : IPower
    {
        private const int Released = 1;
        private const int Pressed = 0;

        private readonly IButton _button;

        /// <summary>Needs the button to know which of its levels is the next event.</summary>
        public Esp32Power(IButton button)
        {
            _button = button;
        }

        /// <inheritdoc/>
        public WakeCause Cause
        {
            get
            {
                switch (Sleep.GetWakeupCause())
                {
                    case Sleep.WakeupCause.Ext0:
                        return WakeCause.Button;
                    case Sleep.WakeupCause.Timer:
                        return WakeCause.Timer;
                    default:
                        return WakeCause.PowerOn;
                }
            }
        }

        /// <inheritdoc/>
        void IPower.Sleep(int timerMilliseconds)
        {
            DeepSleep(timerMilliseconds, _button.IsDown);
        }

        /// <inheritdoc/>
        public void FillRandom(byte[] buffer)
        {
            new Random().NextBytes(buffer);
        }

        /// <summary>Sleeps whatever state the program is in. A button that is stuck down would wake the chip at once, for
        /// ever: then the next event is its release.</summary>
        internal static void DeepSleep(int timerMilliseconds, bool isButtonDown)
        {
            Sleep.EnableWakeupByPin((Sleep.WakeupGpioPin)(1UL << BoardPins.Button), isButtonDown ? Released : Pressed);
            if (timerMilliseconds > 0)
            {
                Sleep.EnableWakeupByTimer(new TimeSpan(0, 0, 0, 0, timerMilliseconds));
            }

            Sleep.StartDeepSleep();
        }
    }
}
