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
    private readonly Lock gate = new();
    private (long Milliseconds, long Stamp)? anchor;

    /// <summary>Unix time in milliseconds.</summary>
    public async Task<long> NowAsync(ValidationContext context) => Raise(Math.Max(
        await context.Sessions.MaxAsync(row => (long?)row.SeenAt).ConfigureAwait(false) ?? 0,
        await context.Service.Select(row => row.LatestAt).SingleAsync().ConfigureAwait(false)));

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
