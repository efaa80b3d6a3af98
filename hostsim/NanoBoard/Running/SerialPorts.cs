using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Running;

/// <summary>The serial ports of a run. COM1 belongs to the wire protocol, unless that has the chip's own USB; COM2 and COM3 have no pins until they get some.</summary>
internal sealed class SerialPorts(Boot boot)
{
    private const int WireProtocolPort = 1;

    private readonly Dictionary<int, SerialPort> _constructed = [];
    private readonly Dictionary<int, Action<byte>> _receivers = [];

    /// <summary>Registers a port object. A second one for the same port is refused.</summary>
    public void Construct(int index, SerialPort port)
    {
        if (!_constructed.TryAdd(index, port))
        {
            throw new ArgumentException("The port has an object already; dispose it first.");
        }
    }

    public void Dispose(int index)
    {
        _constructed.Remove(index);
        _receivers.Remove(index);
    }

    /// <summary>Starts the UART of a port.</summary>
    public void Open(int index, Action<byte> receive)
    {
        BoardOptions options = boot.Board.Options;
        if (index < WireProtocolPort || (index == WireProtocolPort && !options.UsesUsb) || index > options.Chip.SerialPorts)
        {
            throw new ArgumentException("The port belongs to the wire protocol or does not exist. Use COM2.");
        }

        if (TxOf(index) == PinFunctions.None || RxOf(index) == PinFunctions.None)
        {
            throw new NativeErrorException("The port has no pins. Call Configuration.SetPinFunction for TX and RX before Open.");
        }

        if (index == 3 && boot.OneWire.IsOpen)
        {
            throw new NativeErrorException("The UART of COM3 serves the 1-wire line.");
        }

        if (boot.Gpio.IsBusy(TxOf(index)) || boot.Gpio.IsBusy(RxOf(index)))
        {
            throw new NativeErrorException("A pin of the port is open as GPIO.");
        }

        _receivers[index] = receive;
    }

    public bool IsOpen(int index) => _receivers.ContainsKey(index);

    public void Close(int index) => _receivers.Remove(index);

    /// <summary>The open port whose RX pin is wired to the host; null: the byte is lost.</summary>
    public Action<byte>? WiredReceiver()
    {
        foreach ((int index, Action<byte> receive) in _receivers)
        {
            if (RxOf(index) == boot.Board.Options.Pins.Rx)
            {
                return receive;
            }
        }

        return null;
    }

    /// <summary>What the port sends reaches the host.</summary>
    public bool IsTxWired(int index) => TxOf(index) == boot.Board.Options.Pins.Tx;

    private int TxOf(int index) => boot.Functions.PinOf(index switch
    {
        1 => DeviceFunction.COM1_TX,
        2 => DeviceFunction.COM2_TX,
        _ => DeviceFunction.COM3_TX,
    });

    private int RxOf(int index) => boot.Functions.PinOf(index switch
    {
        1 => DeviceFunction.COM1_RX,
        2 => DeviceFunction.COM2_RX,
        _ => DeviceFunction.COM3_RX,
    });
}
