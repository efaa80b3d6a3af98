using NanoBoard;
using NanoBoard.Events;

namespace HwToken.Scenarios.Bundles;

/// <summary>What a logic analyser on the board's lines keeps: the newest part, as much as one looks at.</summary>
internal sealed class BoardTrace
{
    private const int MostBytes = 24 * 1024;
    private const int MostLevels = 20_000;

    private readonly Queue<I2cTransfer> _transfers = new();
    private readonly Queue<PinLevel> _levels = new();
    private int _bytes;

    public BoardTrace(VirtualBoard board)
    {
        Pins = board.Options.Pins;
        board.I2c.Carried += Take;
        board.Probes.Pin += Take;
        board.Happened += happened =>
        {
            if (happened is FellAsleep or PowerLost)
            {
                LetGo(happened.At);
            }
        };
    }

    public BoardPins Pins { get; }

    public IEnumerable<I2cTransfer> Transfers => _transfers;

    public IEnumerable<PinLevel> Levels => _levels;

    /// <summary>The beginning is missing.</summary>
    public bool IsCut { get; private set; }

    internal void Take(I2cTransfer transfer)
    {
        _transfers.Enqueue(transfer);
        _bytes += Size(transfer);
        while (_bytes > MostBytes)
        {
            _bytes -= Size(_transfers.Dequeue());
            IsCut = true;
        }
    }

    private void Take(PinLevel level)
    {
        _levels.Enqueue(level);
        if (_levels.Count > MostLevels)
        {
            _levels.Dequeue();
            IsCut = true;
        }
    }

    /// <summary>A chip that sleeps or has no power drives nothing.</summary>
    private void LetGo(DateTimeOffset at)
    {
        foreach (int pin in _levels.Where(level => level.Pin != Pins.Button).Select(level => level.Pin).Distinct().ToArray())
        {
            Take(new PinLevel(at, pin, null));
        }
    }

    private static int Size(I2cTransfer transfer) => 2 + transfer.Written.Length + transfer.Read.Length;
}
