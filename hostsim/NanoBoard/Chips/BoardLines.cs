namespace NanoBoard.Chips;

/// <summary>The lines at the chip's pins: what is wired to them drives and observes them here.</summary>
public sealed class BoardLines
{
    private readonly BoardLine[] _lines;

    internal BoardLines(VirtualBoard board)
    {
        _lines = [.. Enumerable.Range(0, PinCount).Select(pin => new BoardLine(board, pin, pin == board.Options.Pins.Button ? LinePull.Up : LinePull.Open))];
    }

    /// <summary>A line has another level than before, or another holds it (<see cref="LineChange.IsEdge"/> tells which). Comes between two instructions of the firmware.</summary>
    public event Action<LineChange>? Changed;

    /// <summary>Number of lines: as many as the largest chip has GPIOs.</summary>
    public const int PinCount = 49;

    /// <summary>The line of a GPIO.</summary>
    /// <param name="pin">0 to 48.</param>
    public BoardLine this[int pin] => pin is >= 0 and < PinCount
        ? _lines[pin]
        : throw new ArgumentOutOfRangeException(nameof(pin), pin, "A chip has GPIO 0 to 48 at most.");

    /// <summary>The chip stopped or fell asleep: it drives and pulls no line any longer.</summary>
    internal void ChipLetGo() => Array.ForEach(_lines, line => line.Refresh());

    internal void Report(LineChange change) => Changed?.Invoke(change);
}
