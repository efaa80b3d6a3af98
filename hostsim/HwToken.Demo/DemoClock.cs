namespace HwToken.Demo;

/// <summary>The services' clock in a demonstration: true time, moved and running as fast as one likes.</summary>
/// <param name="trueTime">True time.</param>
public sealed class DemoClock(TimeProvider trueTime) : TimeProvider
{
    /// <summary>Largest error of a clock's rate, parts per million either way: ten percent, far beyond any clock.</summary>
    public const double MostPpm = 100_000;

    private readonly Lock gate = new();
    private DateTimeOffset anchor = trueTime.GetUtcNow();
    private TimeSpan ahead;
    private double ppm;

    /// <summary>How fast it runs too fast, in parts per million; negative runs slow.</summary>
    public double Ppm
    {
        get
        {
            lock (gate)
            {
                return ppm;
            }
        }

        set
        {
            lock (gate)
            {
                Settle();
                ppm = value;
            }
        }
    }

    /// <summary>True time.</summary>
    public DateTimeOffset TrueNow => trueTime.GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            DateTimeOffset now = trueTime.GetUtcNow();
            return now + ahead + Gained(now);
        }
    }

    /// <summary>Moves it, forwards or backwards.</summary>
    /// <param name="by">How far.</param>
    public void Jump(TimeSpan by)
    {
        lock (gate)
        {
            Settle();
            ahead += by;
        }
    }

    /// <summary>Back to true time and true speed.</summary>
    public void Follow()
    {
        lock (gate)
        {
            ahead = TimeSpan.Zero;
            ppm = 0;
            anchor = trueTime.GetUtcNow();
        }
    }

    private TimeSpan Gained(DateTimeOffset now) => (now - anchor) * (ppm / 1e6);

    private void Settle()
    {
        DateTimeOffset now = trueTime.GetUtcNow();
        ahead += Gained(now);
        anchor = now;
    }
}
