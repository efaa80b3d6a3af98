using System.Device.Gpio;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// The OLED's supply, where a pin switches it. The I2C pull-ups hang on it too, so it is on from the first line of a wake:
    /// before it, not even the clock chip can be read. It goes off when the panel is dark.
    /// </summary>
    public sealed class DisplaySupply
    {
        private readonly GpioPin _pin;
        private readonly int _onLevel;

        /// <summary>Switches the supply on.</summary>
        /// <param name="controller">Owner of the pins.</param>
        /// <param name="profile">The wiring.</param>
        public DisplaySupply(GpioController controller, BoardProfile profile)
        {
            IsOn = true;
            _onLevel = profile.DisplaySupplyOnLevel;
            if (profile.DisplaySupply != BoardProfile.None)
            {
                _pin = controller.OpenPin(profile.DisplaySupply, PinMode.Output);
                _pin.Write(_onLevel);
            }
        }

        /// <summary>True while the panel has power and may be lit.</summary>
        public bool IsOn { get; private set; }

        /// <summary>Switches the supply off. The last thing before sleep: the bus is dead afterwards.</summary>
        public void SwitchOff()
        {
            IsOn = false;
            if (_pin != null)
            {
                _pin.Write(1 - _onLevel);
            }
        }
    }
}
