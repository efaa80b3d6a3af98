namespace HwToken.Simulator;

/// <summary>
/// Paces a token by a wall clock: the same token, only advanced a little at a time. Everybody else reaches it through
/// <see cref="Do"/> and <see cref="Ask"/>, one at a time.
/// </summary>
public sealed class LiveToken
{
    /// <summary>Fastest pace, in virtual seconds a second.</summary>
    public const double MaxSpeed = 3600;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly VirtualToken _token;
    private double _speed = 1;
    private long _last;

    /// <summary>Takes a token over; its time stands still until <see cref="RunAsync"/>.</summary>
    /// <param name="token">The token.</param>
    /// <param name="time">The wall clock.</param>
    public LiveToken(VirtualToken token, TimeProvider time)
    {
        _token = token;
        _time = time;
        _last = time.GetTimestamp();
    }

    /// <summary>Virtual seconds a second: 0 (standing still) to <see cref="MaxSpeed"/>.</summary>
    public double Speed
    {
        get => Ask(_ => _speed);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxSpeed);
            Do(_ => _speed = value);
        }
    }

    /// <summary>Does something with the token at its present moment.</summary>
    public void Do(Action<VirtualToken> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_gate)
        {
            CatchUp();
            action(_token);
        }
    }

    /// <summary>Asks the token something at its present moment.</summary>
    public T Ask<T>(Func<VirtualToken, T> question)
    {
        ArgumentNullException.ThrowIfNull(question);
        lock (_gate)
        {
            CatchUp();
            return question(_token);
        }
    }

    /// <summary>Keeps the token up with the wall clock until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Tick, _time);
        while (await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false))
        {
            lock (_gate)
            {
                CatchUp();
            }
        }
    }

    private void CatchUp()
    {
        long now = _time.GetTimestamp();
        TimeSpan passed = _time.GetElapsedTime(_last, now) * _speed;
        if (passed > TimeSpan.Zero)
        {
            _token.Advance(passed);
        }

        _last = now;
    }
}
