using NanoBoard.Events;
using NanoBoard.Running;
using NanoBoard.Time;

namespace NanoBoard.Chips;

/// <summary>The button: closes the line to ground, with a contact that chatters for some milliseconds after each change.</summary>
public sealed class PushButton
{
    private const int FewestChatters = 1;
    private const int MostChatters = 4;

    private readonly VirtualBoard _board;
    private readonly BoardRandom _random;
    private readonly List<TimelineEvent> _chatter = [];
    private bool _contact;
    private bool _isHeld;

    internal PushButton(VirtualBoard board)
    {
        _board = board;
        _random = new BoardRandom(board.Options.Seed, RandomPurpose.ButtonBounce);
    }

    /// <summary>A finger is on the button.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Fault: the button is stuck down, whatever the finger does.</summary>
    public bool Held
    {
        get => _isHeld;
        set
        {
            bool before = IsContactClosed;
            _isHeld = value;
            ReportChange(before);
        }
    }

    /// <summary>The line is at ground now, chatter included.</summary>
    internal bool IsContactClosed => _isHeld || _contact;

    /// <summary>Presses now. Does nothing when it is down.</summary>
    public void Down() => Move(true);

    /// <summary>Releases now. Does nothing when it is up.</summary>
    public void Up() => Move(false);

    /// <summary>Presses now and releases when virtual time has passed.</summary>
    /// <param name="hold">How long it stays down.</param>
    public void Press(TimeSpan hold)
    {
        Down();
        _board.Timeline.Schedule(hold, Up);
    }

    /// <summary>Plans a press.</summary>
    /// <param name="at">When it goes down.</param>
    /// <param name="hold">How long it stays down.</param>
    public void PressAt(DateTimeOffset at, TimeSpan hold) => _board.Timeline.Schedule(at, () => Press(hold));

    private void Move(bool down)
    {
        if (IsDown == down)
        {
            return;
        }

        IsDown = down;
        _board.Raise(new ButtonChanged(_board.Now, down));
        foreach (TimelineEvent pending in _chatter)
        {
            pending.Cancel();
        }

        _chatter.Clear();
        PlanChatter(down);
        SetContact(down);
    }

    /// <summary>After the first edge the contact opens and closes a few times and then rests. The edges come in time order.</summary>
    private void PlanChatter(bool final)
    {
        long span = _board.Options.ButtonBounce.Ticks;
        if (span <= 0)
        {
            return;
        }

        int pairs = FewestChatters + _random.Next(MostChatters - FewestChatters + 1);
        long[] moments = new long[pairs * 2];
        for (int i = 0; i < moments.Length; i++)
        {
            moments[i] = 1 + (long)(_random.NextDouble() * (span - 1));
        }

        Array.Sort(moments);
        for (int i = 0; i < moments.Length; i++)
        {
            bool level = i % 2 == 0 ? !final : final;
            _chatter.Add(_board.Timeline.ScheduleTicks(_board.Timeline.NowTicks + moments[i], () => SetContact(level)));
        }
    }

    private void SetContact(bool closed)
    {
        bool before = IsContactClosed;
        _contact = closed;
        ReportChange(before);
    }

    private void ReportChange(bool before)
    {
        if (IsContactClosed != before)
        {
            _board.ButtonLineChanged();
        }
    }
}
