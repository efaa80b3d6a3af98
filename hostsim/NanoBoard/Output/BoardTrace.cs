using NanoBoard.Chips;
using NanoBoard.Events;

namespace NanoBoard.Output;

/// <summary>
/// A logic analyser on a board: levels of its lines, what goes over I2C, SPI and the serial line, from the moment at which it is made. It keeps the newest part, as much
/// as one looks at. For boards whose firmware has a thread of its own (<see cref="BoardOptions.OnCallersStack"/> false).
/// </summary>
public sealed class BoardTrace
{
    private const int MostBytes = 24 * 1024;
    private const int MostLevels = 20_000;

    private readonly Queue<I2cTransfer> _i2c = new();
    private readonly Queue<SpiTransfer> _spi = new();
    private readonly Queue<UartTraffic> _serial = new();
    private readonly Queue<LineChange> _levels = new();
    private readonly Uart _uart;
    private int _bytes;

    /// <summary>Clips on.</summary>
    /// <param name="board">The board.</param>
    /// <param name="withSerial">Keep what goes over the serial line too. False where that is nobody's business: keys that are put into a device.</param>
    public BoardTrace(VirtualBoard board, bool withSerial = true)
    {
        ArgumentNullException.ThrowIfNull(board);
        Pins = board.Options.Pins;
        _uart = board.Uart;
        Began = [.. Enumerable.Range(0, BoardLines.PinCount).Select(pin => board.Lines[pin]).Select(line => new LineChange(board.Now, line.Pin, line.Level, line.Holder, IsEdge: false))];
        board.Lines.Changed += Take;
        board.I2c.Carried += Take;
        board.Spi.Carried += transfer => Take(_spi, transfer, transfer.Written.Length);
        if (withSerial)
        {
            board.Uart.Carried += traffic => Take(_serial, traffic, traffic.Bytes.Length);
        }
    }

    /// <summary>The beginning is missing: there was more than is kept.</summary>
    public bool IsCut { get; private set; }

    internal BoardPins Pins { get; }

    internal int SerialBitsPerSecond => _uart.BaudRate;

    /// <summary>Each line as it was at first.</summary>
    internal IReadOnlyList<LineChange> Began { get; }

    internal IEnumerable<LineChange> Levels => _levels;

    internal IEnumerable<I2cTransfer> I2c => _i2c;

    internal IEnumerable<SpiTransfer> Spi => _spi;

    internal IEnumerable<UartTraffic> Serial => _serial;

    /// <summary>
    /// What was seen as a value change dump (IEEE 1364, 18), for any logic analyser's program: every line that moved, and the buses bit by bit, so that such a program
    /// decodes them itself. One unit is 100 ns, the virtual board's tick.
    /// </summary>
    /// <returns>The file, in ASCII.</returns>
    public byte[] ToVcd() => Vcd.Of(this);

    internal void Take(I2cTransfer transfer) => Take(_i2c, transfer, 2 + transfer.Written.Length + transfer.Read.Length);

    private void Take(LineChange change)
    {
        _levels.Enqueue(change);
        if (_levels.Count > MostLevels)
        {
            _levels.Dequeue();
            IsCut = true;
        }
    }

    private void Take<T>(Queue<T> kept, T transfer, int size)
    {
        kept.Enqueue(transfer);
        _bytes += size;
        while (_bytes > MostBytes && DropOldest())
        {
            IsCut = true;
        }
    }

    /// <summary>Drops the oldest transfer of all buses.</summary>
    private bool DropOldest()
    {
        DateTimeOffset i2c = _i2c.TryPeek(out I2cTransfer? onI2c) ? onI2c.At : DateTimeOffset.MaxValue;
        DateTimeOffset spi = _spi.TryPeek(out SpiTransfer? onSpi) ? onSpi.At : DateTimeOffset.MaxValue;
        DateTimeOffset serial = _serial.TryPeek(out UartTraffic? onSerial) ? onSerial.At : DateTimeOffset.MaxValue;
        if (onI2c is not null && i2c <= spi && i2c <= serial)
        {
            _bytes -= 2 + onI2c.Written.Length + onI2c.Read.Length;
            return _i2c.TryDequeue(out _);
        }

        if (onSpi is not null && spi <= serial)
        {
            _bytes -= onSpi.Written.Length;
            return _spi.TryDequeue(out _);
        }

        _bytes -= onSerial?.Bytes.Length ?? 0;
        return _serial.TryDequeue(out _);
    }
}
