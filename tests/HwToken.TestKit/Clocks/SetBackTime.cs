namespace HwToken.TestKit;

/// <summary>A machine whose calendar can be set back while its time stamps go on, as an administrator or NTP does it. Passes only by <see cref="Pass"/>.</summary>
public sealed class SetBackTime : TimeProvider
{
    private long _stamp;

    /// <summary>The calendar, UTC.</summary>
    public DateTimeOffset Calendar { get; set; } = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => _stamp;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Calendar;

    /// <summary>Lets time pass on both.</summary>
    public void Pass(TimeSpan time) => (_stamp, Calendar) = (_stamp + time.Ticks, Calendar + time);
}
