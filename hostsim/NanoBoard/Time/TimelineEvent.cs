namespace NanoBoard.Time;

/// <summary>A planned event on a <see cref="Timeline"/>.</summary>
public sealed class TimelineEvent
{
    private Action? _action;

    internal TimelineEvent(long atTicks, Action action)
    {
        AtTicks = atTicks;
        _action = action;
    }

    /// <summary>When it happens, true time.</summary>
    public DateTimeOffset At => new(AtTicks, TimeSpan.Zero);

    /// <summary>True once it ran or was cancelled.</summary>
    public bool IsOver => _action is null;

    internal long AtTicks { get; }

    internal bool IsCancelled => _action is null;

    /// <summary>Takes the event back. Harmless when it is over.</summary>
    public void Cancel() => _action = null;

    internal void Run()
    {
        Action? action = _action;
        _action = null;
        action?.Invoke();
    }
}
