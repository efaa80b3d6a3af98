using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HwToken.Service.Portal.Web;

/// <summary>Sessions in memory, for a place that has no database. They end after a pause, after a working day, and with the program.</summary>
/// <param name="scheme">The scheme of their cookies.</param>
/// <param name="time">The clock. Its time stamps count, not its calendar: a clock that is put back revives no session.</param>
/// <param name="idle">A session ends after so long without a request.</param>
public sealed class MemoryTickets(string scheme, TimeProvider time, TimeSpan idle) : ITicketStore
{
    private const int Most = 10_000;
    private const int KeyBytes = 32;

    /// <summary>No session lasts longer, however busy it is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<string, Entry> tickets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (tickets.Count >= Most)
        {
            foreach ((string old, _) in tickets.OrderBy(entry => entry.Value.Seen).Take(Most / 10))
            {
                tickets.TryRemove(old, out _);
            }
        }

        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        long now = time.GetTimestamp();
        tickets[key] = new Entry(ticket.Principal, now, now);
        return Task.FromResult(key);
    }

    /// <summary>A session is never renewed under its old key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="ticket">The ticket.</param>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (!tickets.TryGetValue(key, out Entry? entry))
        {
            return Task.FromResult<AuthenticationTicket?>(null);
        }

        if (time.GetElapsedTime(entry.Seen) > idle || time.GetElapsedTime(entry.Began) > Longest)
        {
            tickets.TryRemove(key, out _);
            return Task.FromResult<AuthenticationTicket?>(null);
        }

        // Only in the place of what was found: a session that another request has ended meanwhile stays ended.
        tickets.TryUpdate(key, entry with { Seen = time.GetTimestamp() }, entry);
        TimeSpan longest = Longest - time.GetElapsedTime(entry.Began);
        return Task.FromResult<AuthenticationTicket?>(CookieSessions.Ticket(entry.Who, key, scheme, longest < idle ? longest : idle));
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    /// <summary>One session, with the time stamps of its beginning and of the last request.</summary>
    private sealed record Entry(ClaimsPrincipal Who, long Began, long Seen);
}
