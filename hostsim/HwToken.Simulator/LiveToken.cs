namespace HwToken.Simulator;

/// <summary>
/// Paces a token by a wall clock: the same token, only advanced a little at a time. Everybody else reaches it through
/// <see cref="Do"/> and <see cref="Ask"/>, one at a time. An action may run the token ahead of its pace (provisioning waits
/// for answers); it then stands still until the wall clock has caught up, so at speed 1 it keeps true time for days.
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

    // The wall clock is the calendar, not a tick counter: a computer that slept wakes to a token that is on time.
    private DateTimeOffset _anchorWall;
    private DateTimeOffset _anchorVirtual;

    /// <summary>Takes a token over; its time stands still until <see cref="RunAsync"/>.</summary>
    /// <param name="token">The token.</param>
    /// <param name="time">The wall clock.</param>
    public LiveToken(VirtualToken token, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(time);
        _token = token;
        _time = time;
        Anchor(token.Now);
    }

    /// <summary>Virtual seconds a second: 0 (standing still) to <see cref="MaxSpeed"/>.</summary>
    public double Speed
    {
        get => Ask(_ => _speed);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxSpeed);
            Do(_ =>
            {
                Anchor(Target());
                _speed = value;
            });
        }
    }

    /// <summary>The token was run ahead of its pace and waits for the wall clock.</summary>
    public bool IsAhead => Ask(token => token.Now > Target());

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

    /// <summary>Lets virtual time pass at once up to a moment and goes on from there.</summary>
    /// <param name="moment">Not before the token's present moment.</param>
    public void JumpTo(DateTimeOffset moment) => Do(token =>
    {
        token.AdvanceTo(moment);
        Anchor(moment);
    });

    /// <summary>Lets so much more virtual time pass at once. What the token ran ahead counts towards it, so that two tokens that skip the same
    /// stay together.</summary>
    /// <param name="span">Zero or more.</param>
    public void Skip(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        Do(_ =>
        {
            Anchor(Target() + span);
            CatchUp();
        });
    }

    /// <summary>Keeps the token up with the wall clock until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Tick, _time);
        while (await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false))
        {
            CatchUpNow();
        }
    }

    /// <summary>Brings the token up to the wall clock once.</summary>
    public void CatchUpNow() => Do(_ => { });

    private DateTimeOffset Target() => _anchorVirtual + ((_time.GetUtcNow() - _anchorWall) * _speed);

    private void Anchor(DateTimeOffset moment) => (_anchorWall, _anchorVirtual) = (_time.GetUtcNow(), moment);

    private void CatchUp()
    {
        DateTimeOffset target = Target();
        if (target > _token.Now)
        {
            _token.AdvanceTo(target);
        }
    }
}
