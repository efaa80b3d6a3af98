namespace NanoBoard.Chips;

/// <summary>One line. <see cref="LineHolder"/> says who counts before whom.</summary>
public sealed class BoardLine
{
    private readonly VirtualBoard _board;
    private LinePull _pull;
    private (bool Level, LineHolder Holder) _last;

    internal BoardLine(VirtualBoard board, int pin, LinePull pull)
    {
        _board = board;
        _pull = pull;
        _last = (pull != LinePull.Down, pull == LinePull.Open ? LineHolder.Nobody : LineHolder.Pull);
        Pin = pin;
    }

    /// <summary>GPIO number.</summary>
    public int Pin { get; }

    /// <summary>The resistor outside the chip. The button's line has one to the supply, the others none.</summary>
    public LinePull Pull
    {
        get => _pull;
        set
        {
            _pull = value;
            Refresh();
        }
    }

    /// <summary>What the host drives; null: nothing.</summary>
    public bool? Driven { get; private set; }

    /// <summary>What the firmware drives; null: the pin is an input, an open drain that is off, or nobody runs.</summary>
    public bool? Output => _board.Boot?.Gpio.DrivenLevel(Pin);

    /// <summary>True: high.</summary>
    public bool Level => Look().Level;

    /// <summary>What gives the line its level.</summary>
    public LineHolder Holder => Look().Holder;

    /// <summary>Drives the line, from now on.</summary>
    /// <param name="level">True: high.</param>
    public void Drive(bool level)
    {
        Driven = level;
        Refresh();
    }

    /// <summary>Lets the line go.</summary>
    public void Release()
    {
        Driven = null;
        Refresh();
    }

    /// <summary>Drives the line now and lets it go when virtual time has passed.</summary>
    /// <param name="level">True: high.</param>
    /// <param name="duration">How long.</param>
    public void Pulse(bool level, TimeSpan duration)
    {
        Drive(level);
        _board.Timeline.Schedule(duration, Release);
    }

    /// <summary>Tells everybody when the level or what gives it is another than before.</summary>
    internal void Refresh()
    {
        (bool level, LineHolder holder) = Look();
        bool isEdge = level != _last.Level;
        if (!isEdge && holder == _last.Holder)
        {
            return;
        }

        _last = (level, holder);
        _board.Lines.Report(new LineChange(_board.Now, Pin, level, holder, isEdge));
        if (isEdge)
        {
            _board.Boot?.Gpio.LineChanged(Pin);
            _board.CheckPinWake();
        }
    }

    private (bool Level, LineHolder Holder) Look()
    {
        if (Driven is { } host)
        {
            return (host, LineHolder.Host);
        }

        if (Pin == _board.Options.Pins.Button && _board.Button.IsContactClosed)
        {
            return (false, LineHolder.Button);
        }

        if (Output is { } output)
        {
            return (output, LineHolder.Chip);
        }

        if (_pull != LinePull.Open)
        {
            return (_pull == LinePull.Up, LineHolder.Pull);
        }

        return _board.Boot?.Gpio.PullOf(Pin) is { } pull ? (pull, LineHolder.ChipPull) : (true, LineHolder.Nobody);
    }
}
