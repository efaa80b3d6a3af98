using System;
using System.Device.Gpio;
using System.Device.I2c;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// The SSD1306 panel, over plain I2C transfers. nanoFramework's package is not used: its constructor lights whatever the RAM holds, it
    /// drops every transfer status, it cannot set the contrast or switch the panel off, and a frame takes it sixteen transfers.
    /// </summary>
    public sealed class OledDisplay : IDisplay
    {
        private const int Columns = 128;
        private const int Pages = 8;

        private readonly GpioController _controller;
        private readonly BoardProfile _profile;
        private I2cDevice _device;
        private byte[] _frame;
        private bool _isLit;

        /// <summary>Opens nothing yet.</summary>
        /// <param name="controller">Owner of the reset line.</param>
        /// <param name="profile">The wiring.</param>
        public OledDisplay(GpioController controller, BoardProfile profile)
        {
            _controller = controller;
            _profile = profile;
        }

        /// <inheritdoc/>
        public bool IsPresent()
        {
            return TrySend(PanelBytes.Nop());
        }

        /// <inheritdoc/>
        public void Begin()
        {
            if (_frame == null)
            {
                _frame = new byte[1 + (Columns * Pages)];
            }
            else
            {
                Array.Clear(_frame, 0, _frame.Length);
            }

            _frame[0] = PanelBytes.Data;
        }

        /// <inheritdoc/>
        public void Draw(int x, int page, int width, int pages, byte[] bitmap)
        {
            int to = 1 + (page * Columns) + x;
            for (int from = 0; from < bitmap.Length; from += width)
            {
                Array.Copy(bitmap, from, _frame, to, width);
                to += Columns;
            }
        }

        /// <inheritdoc/>
        public void Show()
        {
            // The RAM holds noise after power-on: the panel lights up when the frame stands there, not before.
            bool isReady = TrySend(_isLit ? PanelBytes.WholeFrame() : PanelBytes.StartUp(_profile.DisplayContrast));
            _isLit = isReady && TrySend(_frame) && (_isLit || TrySend(PanelBytes.On()));
        }

        /// <inheritdoc/>
        public void Dark()
        {
            Begin();
            if (TrySend(PanelBytes.WholeFrame()))
            {
                TrySend(_frame);
            }

            TrySend(PanelBytes.Off());
            _isLit = false;
        }

        /// <summary>Last resort: switches the panel off, whatever state the program is in. May throw.</summary>
        internal static void SwitchOff(BoardProfile profile)
        {
            Esp32Board.ClaimBus(profile);
            Esp32Board.OpenDevice(profile.I2cBus, profile.DisplayAddress).Write(PanelBytes.Off());
        }

        /// <summary>Sends a transfer, once more if it was not acknowledged: a spike on the bus is over by then.</summary>
        /// <returns>False when the panel did not take it.</returns>
        private bool TrySend(byte[] bytes)
        {
            if (_device == null)
            {
                PanelReset.Pulse(_controller, _profile.DisplayReset);
                _device = Esp32Board.OpenDevice(_profile.I2cBus, _profile.DisplayAddress);
            }

            I2cTransferStatus status = _device.Write(bytes).Status;
            if (status == I2cTransferStatus.SlaveAddressNotAcknowledged || status == I2cTransferStatus.PartialTransfer)
            {
                status = _device.Write(bytes).Status;
            }

            return status == I2cTransferStatus.FullTransfer;
        }
    }
}
