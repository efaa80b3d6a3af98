namespace HwToken.Provisioning;

/// <summary>Waits for whole seconds: the line carries nothing finer.</summary>
public static class SecondBoundary
{
    /// <summary>Waits until the next second of true time begins.</summary>
    /// <param name="clock">True time.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The second that has just begun, in Unix time.</returns>
    public static async Task<long> NextAsync(TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        DateTimeOffset now = clock.GetUtcNow();
        long next = now.ToUnixTimeSeconds() + 1;

        // A timer may fire a little early: what is left is waited for again.
        for (TimeSpan left = Left(next, now); left > TimeSpan.Zero; left = Left(next, clock.GetUtcNow()))
        {
            await Task.Delay(left, clock, cancel).ConfigureAwait(false);
        }

        return next;
    }

    private static TimeSpan Left(long second, DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds(second) - now;
}
