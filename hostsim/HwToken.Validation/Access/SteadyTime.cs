using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Access;

/// <summary>
/// A clock for sessions that never goes back, whatever the server's does: not behind what this process has seen, nor behind what the database holds. While the
/// server's is behind, it goes on from there by the time that passes.
/// </summary>
/// <param name="time">The server's clock.</param>
internal sealed class SteadyTime(TimeProvider time)
{
    /// <summary>What the database may say at most: its row carries no MAC, and a number at the end of its range would stop the clock.</summary>
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private readonly Lock gate = new();
    private (long Milliseconds, long Stamp)? anchor;

    /// <summary>Unix time in milliseconds.</summary>
    /// <param name="context">Tells how late it was when the service last said so.</param>
    /// <param name="seen">A moment that has certainly passed.</param>
    public async Task<long> NowAsync(ValidationContext context, long seen = 0) =>
        Raise(Math.Max(seen, Math.Min(Latest, await context.Service.Select(row => row.LatestAt).SingleAsync().ConfigureAwait(false))));

    private long Raise(long floor)
    {
        lock (gate)
        {
            long now = Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), floor);
            long onward = anchor is { } at ? at.Milliseconds + (long)time.GetElapsedTime(at.Stamp).TotalMilliseconds : long.MinValue;
            if (now > onward)
            {
                anchor = (now, time.GetTimestamp());
                return now;
            }

            return onward;
        }
    }
}
