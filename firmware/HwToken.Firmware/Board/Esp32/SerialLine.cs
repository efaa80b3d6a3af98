using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// The provisioning line on COM2, 115200 8N1. COM1 belongs to the wire protocol. Whole buffers in, whole lines out: the
    /// platform's ReadLine and long string writes are not safe to use.
    /// </summary>
    public sealed class SerialLine : ILine
    {
        private const int BaudRate = 115200;

        private readonly int _transmit;
        private readonly int _receive;
        private SerialPort _port;

        /// <summary>Opens nothing yet.</summary>
        /// <param name="transmit">Pin from token to host.</param>
        /// <param name="receive">Pin from host to token.</param>
        public SerialLine(int transmit, int receive)
        {
            _transmit = transmit;
            _receive = receive;
        }

        /// <inheritdoc/>
        public void Open()
        {
            if (_port == null)
            {
                Configuration.SetPinFunction(_transmit, DeviceFunction.COM2_TX);
                Configuration.SetPinFunction(_receive, DeviceFunction.COM2_RX);
                _port = new SerialPort("COM2", BaudRate);
            }

            _port.Open();
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer)
        {
            int waiting = _port.BytesToRead;
            if (waiting == 0)
            {
                return 0;
            }

            return _port.Read(buffer, 0, waiting < buffer.Length ? waiting : buffer.Length);
        }

        /// <inheritdoc/>
        public void Write(byte[] line)
        {
            _port.Write(line, 0, line.Length);
        }

        /// <inheritdoc/>
        public void Close()
        {
            _port.Close();
        }
    }
}
