using System.Device.Gpio;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>The board contract over the nanoFramework API. Devices are opened when first used: a wake pays for what it needs.</summary>
    public sealed class Esp32Board : IBoard
    {
        /// <summary>Claims the pins. I2C pins must have their function before the first device is opened.</summary>
        /// <param name="profile">The wiring.</param>
        public Esp32Board(BoardProfile profile)
        {
            GpioController controller = new GpioController();
            DisplaySupply supply = new DisplaySupply(controller, profile);
            ClaimBus(profile);
            Button = new GpioButton(controller, profile.Button);
            Clock = new Esp32Clock(profile.I2cBus);
            Display = new OledDisplay(controller, profile);
            Power = new Esp32Power(profile, Button, supply, new SupplyMeter(controller, profile));
            Store = new FileStore(Power);
            Line = new SerialLine(profile.LineTransmit, profile.LineReceive);
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

        /// <summary>Gives the I2C pins their function, which the chip forgets at every boot.</summary>
        internal static void ClaimBus(BoardProfile profile)
        {
            Configuration.SetPinFunction(profile.I2cData, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(profile.I2cClock, DeviceFunction.I2C1_CLOCK);
        }

        /// <summary>Opens a device. All run at 400 kHz: the last one opened sets the speed of the whole bus.</summary>
        internal static I2cDevice OpenDevice(int bus, int address)
        {
            return I2cDevice.Create(new I2cConnectionSettings(bus, address, I2cBusSpeed.FastMode));
        }
    }
}
