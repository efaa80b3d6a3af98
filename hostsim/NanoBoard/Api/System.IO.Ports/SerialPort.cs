using System.Text;
using NanoBoard.Chips;
using NanoBoard.Running;
using Timeout = System.Threading.Timeout;

namespace System.IO.Ports;

/// <summary>
/// A serial port. Of an ESP32 only COM2 and COM3 can be opened, after their pins were set. When the program reads too late, everything
/// received so far is thrown away.
/// </summary>
public sealed class SerialPort : IDisposable
{
    private const int PortDigit = 3; // COMn
    private const int LongestString = 100;

    private readonly Boot _boot;
    private readonly int _index;
    private int _baudRate;
    private int _readTimeout = Timeout.Infinite;
    private int _writeTimeout = Timeout.Infinite;
    private int _bufferSize = 256;
    private int _threshold = 1;
    private SerialReceiver? _receiver;
    private SerialDataReceivedEventHandler? _dataReceived;
    private bool _isEventPending;
    private SerialData _pendingKind;
    private bool _isReading;
    private bool _isDisposed;

    /// <summary>Names a port and its format; opens nothing.</summary>
    /// <exception cref="ArgumentException">Another object for this port exists.</exception>
    public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
    {
        _boot = Boot.Call();
        PortName = portName ?? throw new NullReferenceException();
        _index = portName[PortDigit] - '0';
        _baudRate = baudRate;
        Parity = parity;
        DataBits = dataBits;
        StopBits = stopBits;
        _boot.Ports.Construct(_index, this);
    }

    /// <summary>Raised when bytes came in and no read waits for them. Runs when the firmware next waits.</summary>
    public event SerialDataReceivedEventHandler? DataReceived
    {
        add
        {
            _boot.AdmitHandler();
            _dataReceived += value;
        }

        remove => _dataReceived -= value;
    }

    /// <summary>Bits per second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public int BaudRate
    {
        get => _baudRate;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _boot.CallObject();
            _baudRate = value;
        }
    }

    /// <summary>Parity. Kept; the board's line is 8N1.</summary>
    public Parity Parity { get; set; }

    /// <summary>Data bits. Kept; the board's line is 8N1.</summary>
    public int DataBits { get; set; }

    /// <summary>Stop bits. Kept; the board's line is 8N1.</summary>
    public StopBits StopBits { get; set; }

    /// <summary>Flow control. Kept, without effect.</summary>
    public Handshake Handshake { get; set; }

    /// <summary>Plain line or RS-485. Kept, without effect.</summary>
    public SerialMode Mode { get; set; }

    /// <summary>The line idles low. Kept, without effect.</summary>
    public bool InvertSignalLevels { get; set; }

    /// <summary>What ends a line: after what <see cref="WriteLine"/> sends, and where <see cref="ReadLine"/> stops.</summary>
    public string NewLine { get; set; } = "\n";

    /// <summary>Raises <see cref="DataReceived"/> with <see cref="SerialData.WatchChar"/> when it comes in; 0: none.</summary>
    public char WatchChar { get; set; }

    /// <summary>Bytes that must wait before <see cref="DataReceived"/> is raised.</summary>
    public int ReceivedBytesThreshold
    {
        get => _threshold;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threshold = value;
        }
    }

    /// <summary>Bytes of the transmit buffer. Kept: the platform has none.</summary>
    public int WriteBufferSize { get; set; } = 256;

    /// <summary>COM1 to COM3.</summary>
    public string PortName { get; }

    /// <summary>The port is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Bytes that can be read now.</summary>
    public int BytesToRead
    {
        get
        {
            Begin();
            return Waiting();
        }
    }

    /// <summary>Milliseconds that a read waits; -1: for ever.</summary>
    public int ReadTimeout
    {
        get => _readTimeout;
        set => _readTimeout = CheckTimeout(value);
    }

    /// <summary>Milliseconds that a write waits; -1: for ever.</summary>
    public int WriteTimeout
    {
        get => _writeTimeout;
        set => _writeTimeout = CheckTimeout(value);
    }

    /// <summary>Bytes of the receive ring; set it before opening. Never less than the hardware FIFO plus one.</summary>
    public int ReadBufferSize
    {
        get => _bufferSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            if (IsOpen)
            {
                throw new InvalidOperationException("Set the buffer size before Open.");
            }

            _bufferSize = value;
        }
    }

    /// <summary>The ports of the chip that are free: COM1 belongs to the wire protocol, unless that has the chip's own USB.</summary>
    public static string[] GetPortNames()
    {
        EspChip chip = Boot.Call().Board.Options.Chip;
        int first = Boot.Current.Board.Options.UsesUsb ? 1 : 2;
        return [.. Enumerable.Range(first, chip.SerialPorts - first + 1).Select(port => $"COM{port}")];
    }

    /// <summary>Opens the port.</summary>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    /// <exception cref="ArgumentException">The port belongs to the wire protocol or does not exist.</exception>
    public void Open()
    {
        _boot.CallObject();
        if (IsOpen)
        {
            throw new InvalidOperationException("The port is open.");
        }

        _isDisposed = false;
        SerialReceiver receiver = _boot.Ask(_bufferSize, static size => new SerialReceiver(Math.Max(size, SerialReceiver.FifoSize + 1)));
        _boot.Ports.Open(_index, Receive);
        _receiver = receiver;
        IsOpen = true;
    }

    /// <summary>Sends what is in the FIFO and closes the port. It can be opened again.</summary>
    public void Close()
    {
        if (_boot.IsDead)
        {
            return;
        }

        _boot.CallObject();
        if (IsOpen)
        {
            _boot.SpendUntil(_boot.Board.Uart.ChipDone(), null);
            _boot.Ports.Close(_index);
            _receiver = null;
        }

        IsOpen = false;
    }

    /// <summary>Reads as many bytes as asked for; waits for them.</summary>
    /// <returns>The number asked for.</returns>
    /// <exception cref="TimeoutException">They did not come in time; those that came stay in the buffer.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        Begin();
        CheckRange(buffer, offset, count);
        if (_receiver is not { } receiver)
        {
            throw NotOpen();
        }

        _isReading = true;
        long deadline = _readTimeout == Timeout.Infinite ? long.MaxValue : _boot.TickAtOrAfter(_boot.Board.Timeline.NowTicks + (_readTimeout * TimeSpan.TicksPerMillisecond));
        bool arrived = _boot.SpendUntil(deadline, () => receiver.Count >= count);
        _isReading = false;
        if (!arrived)
        {
            throw new TimeoutException();
        }

        Pop(receiver, count).CopyTo(buffer, offset);
        return count;
    }

    /// <summary>Reads a byte; waits for it.</summary>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public int ReadByte()
    {
        byte[] buffer = new byte[1];
        Read(buffer, 0, 1);
        return buffer[0];
    }

    /// <summary>Reads what is there, as UTF-8.</summary>
    public string ReadExisting()
    {
        Begin();
        return _receiver is { } receiver ? Encoding.UTF8.GetString(Pop(receiver, Waiting())) : "";
    }

    /// <summary>Reads up to the next <see cref="NewLine"/>; waits for it.</summary>
    /// <returns>The line without its end.</returns>
    /// <exception cref="TimeoutException">It did not come in time; what came stays in the buffer.</exception>
    public string ReadLine()
    {
        Begin();
        byte[] end = Encoding.UTF8.GetBytes(NewLine);
        SerialReceiver receiver = _receiver ?? throw NotOpen();
        _isReading = true;
        bool arrived = _boot.WaitMilliseconds(_readTimeout, () => receiver.IndexOf(end) >= 0);
        _isReading = false;
        if (!arrived)
        {
            throw new TimeoutException();
        }

        int length = _boot.Ask((receiver, end), static asked => asked.receiver.IndexOf(asked.end));
        return Encoding.UTF8.GetString(Pop(receiver, length + end.Length), 0, length);
    }

    /// <summary>Sends bytes; returns when the last of them are in the 128-byte FIFO.</summary>
    /// <exception cref="TimeoutException">The line was too slow; what was handed over is sent all the same.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        Begin();
        CheckRange(buffer, offset, count);
        Send(buffer.AsSpan(offset, count));
    }

    /// <summary>Sends a byte.</summary>
    public void WriteByte(byte value) => Write([value], 0, 1);

    /// <summary>Sends a string as UTF-8. More than the 128-byte FIFO has room for, or than 100 bytes, corrupts the device's memory.</summary>
    public void Write(string text) => WriteString(text);

    /// <summary>Sends a string and a line feed. What <see cref="Write(string)"/> says holds for both together.</summary>
    public void WriteLine(string text) => WriteString(text + NewLine);

    /// <summary>Closes the port and frees its name.</summary>
    public void Dispose()
    {
        if (_isDisposed || _boot.IsDead)
        {
            return;
        }

        Close();
        _boot.Ports.Dispose(_index);
        _isDisposed = true;
    }

    private static int CheckTimeout(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, Timeout.Infinite);
        return value;
    }

    private static void CheckRange(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (offset > buffer.Length || count > buffer.Length)
        {
            throw new InvalidOperationException("Offset or count is larger than the buffer.");
        }

        if (offset < 0 || count < 0 || offset + count > buffer.Length)
        {
            throw new ArgumentException("The range does not lie in the buffer.");
        }
    }

    private void Begin()
    {
        _boot.CallObject();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
    }

    private Exception NotOpen() => _boot.Misuse("A serial port was used before Open: the device crashes.");

    private void WriteString(string text)
    {
        Begin();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int longest = Math.Min(LongestString, _boot.Ask((_boot, _baudRate), static asked => asked._boot.Board.Uart.ChipFree(asked._baudRate)));
        if (bytes.Length > longest)
        {
            throw _boot.Misuse($"A string of {bytes.Length} bytes was written to the serial port while it could take {longest}: the device frees a wrong pointer. Use Write(byte[], int, int).");
        }

        Send(bytes);
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (!IsOpen)
        {
            throw NotOpen();
        }

        long now = _boot.NowTicks;
        long done = _boot.Ask(
            (_boot, bytes.ToArray(), _baudRate, _boot.Ports.IsTxWired(_index)),
            static asked => asked._boot.Board.Uart.ChipWrite(asked.Item2, asked._baudRate, asked.Item4));
        long limit = _writeTimeout == Timeout.Infinite ? long.MaxValue : _boot.TickAtOrAfter(now + (_writeTimeout * TimeSpan.TicksPerMillisecond));
        _boot.SpendUntil(Math.Max(now, Math.Min(done, limit)), null);
        if (done > limit)
        {
            throw new TimeoutException();
        }
    }

    private int Waiting() => _receiver is { } receiver ? _boot.Ask(receiver, static asked => asked.Count) : 0;

    private byte[] Pop(SerialReceiver receiver, int count) => _boot.Ask((receiver, count), static asked => asked.receiver.Pop(asked.count));

    private void Receive(byte value)
    {
        if (_receiver is not { } receiver)
        {
            return;
        }

        NanoBoard.BoardCounters counters = _boot.Board.Counters;
        int lost = receiver.Push(_boot.Board.Uart.Disturb(value, _baudRate));
        counters.UartBytesLost += lost;
        counters.UartBytesReceived += lost == 0 ? 1 : 0;
        bool isWatched = WatchChar != 0 && value == WatchChar;
        if (_dataReceived is not null && !_isReading && !_isEventPending && (receiver.Count >= _threshold || isWatched))
        {
            _isEventPending = true;
            _pendingKind = isWatched ? SerialData.WatchChar : SerialData.Chars;
            _boot.Post(RaiseDataReceived);
        }
    }

    private void RaiseDataReceived()
    {
        _isEventPending = false;
        if (IsOpen)
        {
            _dataReceived?.Invoke(this, new SerialDataReceivedEventArgs(_pendingKind));
        }
    }
}
