using System.Device.Gpio;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>The board contract over the nanoFramework API. Devices are opened when first used: a wake pays for what it needs.</summary>
    public sealed class Esp32Board : IBoard
    {
        private const int I2cBus = 1;

        /// <summary>Claims the pins. I2C pins must have their function before the first device is opened.</summary>
        public Esp32Board()
        {
            Configuration.SetPinFunction(BoardPins.I2cData, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(BoardPins.I2cClock, DeviceFunction.I2C1_CLOCK);
            GpioButton button = new GpioButton(new GpioController());
            Button = button;
            Clock = new Esp32Clock(I2cBus);
            Display = new OledDisplay(I2cBus);
            Store = new FileStore();
            Line = new SerialLine();
            Power = new Esp32Power(button);
        }

        /// <inheritdoc/>
        public IClock Clock { get; }

        /// <inheritdoc/>
        public IButton Button { get; }

        /// <inheritdoc/>
        public IDisplay Display { get; }

        /// <inheritdoc/>
        public IStore Store { get; }

        /// <inheritdoc/>
        public ILine Line { get; }

        /// <inheritdoc/>
        public IPower Power { get; }

        /// <summary>Opens a device. All run at 400 kHz: the last one opened sets the speed of the whole bus.</summary>
        internal static I2cDevice OpenDevice(int bus, int address)
        {
            return I2cDevice.Create(new I2cConnectionSettings(bus, address, I2cBusSpeed.FastMode));
        }
    }
}
