using System.Device.Gpio;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// The button, read by level. No events: a press that woke the chip has had its edge before this program began.
    /// </summary>
    public sealed class GpioButton : IButton
    {
        private readonly GpioPin _pin;

        /// <summary>Opens the pin. The pull-up that counts is outside the chip; the inner one holds the pin where a board has none.</summary>
        /// <param name="controller">Owner of the pins.</param>
        /// <param name="pin">The button's pin.</param>
        public GpioButton(GpioController controller, int pin)
        {
            _pin = controller.OpenPin(pin, PinMode.InputPullUp);
        }

        /// <inheritdoc/>
        public bool IsDown
        {
            get { return _pin.Read() == PinValue.Low; }
        }
    }
}
