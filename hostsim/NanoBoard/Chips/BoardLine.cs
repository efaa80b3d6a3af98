namespace NanoBoard.Chips;

/// <summary>One line. Who drives it counts, in this order: the host, the button at its pin, the firmware, the resistor outside, the chip's own.</summary>
public sealed class BoardLine
{
    private readonly VirtualBoard _board;
    private LinePull _pull;
    private bool _last = true;

    internal BoardLine(VirtualBoard board, int pin)
    {
        _board = board;
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
    public bool Level => Driven ?? (IsButtonClosed ? false : Output ?? Rest);

    private bool IsButtonClosed => Pin == _board.Options.Pins.Button && _board.Button.IsContactClosed;

    private bool Rest => _pull switch
    {
        LinePull.Up => true,
        LinePull.Down => false,
        _ => _board.Boot?.Gpio.PullOf(Pin) ?? true,
    };

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

    /// <summary>Tells everybody when the level is another one than it was.</summary>
    internal void Refresh()
    {
        bool level = Level;
        if (level == _last)
        {
            return;
        }

        _last = level;
        _board.Lines.Report(new LineChange(_board.Now, Pin, level));
        _board.Boot?.Gpio.LineChanged(Pin);
        _board.CheckPinWake();
    }
}
