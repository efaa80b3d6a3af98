using System.Device.I2c;
using Iot.Device.Ssd13xx;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// The SSD1306 panel. The package (nanoFramework.Iot.Device.Ssd13xx; there is none called Ssd1306) initialises it and
    /// sends frames. Commands go as raw bytes: the package's command path sends the frame buffer instead.
    /// </summary>
    public sealed class OledDisplay : IDisplay
    {
        private const int Columns = 128;
        private const int Pages = 8;
        private const int PageRows = 8;
        private const byte CommandControl = 0x00; // Co = 0, D/C# = 0: command bytes follow (SSD1306 8.1.5.2)
        private const byte DisplayOff = 0xAE;
        private const byte Nop = 0xE3;

        private readonly BoardProfile _profile;
        private I2cDevice _device;
        private Ssd1306 _panel;

        /// <summary>Opens nothing yet.</summary>
        /// <param name="profile">The wiring.</param>
        public OledDisplay(BoardProfile profile)
        {
            _profile = profile;
        }

        /// <inheritdoc/>
        public bool IsPresent()
        {
            return Send(Nop);
        }

        /// <inheritdoc/>
        public void Begin()
        {
            if (_panel == null)
            {
                // Switches the panel on with whatever its RAM holds; the frame follows within some 25 ms.
                _panel = new Ssd1306(Device(), _profile.DisplayReset);
            }

            // Not ClearScreen: that sends the empty frame as well, another 16 transfers.
            _panel.ClearDirectAligned(0, 0, Columns, Pages * PageRows);
        }

        /// <inheritdoc/>
        public void Draw(int x, int page, int width, int pages, byte[] bitmap)
        {
            _panel.DrawDirectAligned(x, page * PageRows, width, pages * PageRows, bitmap);
        }

        /// <inheritdoc/>
        public void Show()
        {
            _panel.Display();
        }

        /// <inheritdoc/>
        public void Dark()
        {
            Begin();
            Show();
            Send(DisplayOff);
        }

        private I2cDevice Device()
        {
            if (_device == null)
            {
                _device = Esp32Board.OpenDevice(_profile.I2cBus, _profile.DisplayAddress);
            }

            return _device;
        }

        private bool Send(byte command)
        {
            return Device().Write(new byte[] { CommandControl, command }).Status == I2cTransferStatus.FullTransfer;
        }
    }
}
