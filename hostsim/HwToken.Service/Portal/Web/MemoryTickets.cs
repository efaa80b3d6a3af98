using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HwToken.Service.Portal.Web;

/// <summary>Sessions in memory, for a place that has no database. They end after a pause, and with the program.</summary>
/// <param name="scheme">The scheme of their cookies.</param>
/// <param name="time">Measures the pauses; its clock is not looked at.</param>
public sealed class MemoryTickets(string scheme, TimeProvider time) : ITicketStore
{
    private const int Most = 10_000;
    private const int KeyBytes = 32;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (AuthenticationTicket Ticket, long SeenAt)> tickets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (tickets.Count >= Most)
        {
            foreach ((string old, _) in tickets.OrderBy(entry => entry.Value.SeenAt).Take(Most / 10))
            {
                tickets.TryRemove(old, out _);
            }
        }

        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        tickets[key] = (CookieSessions.Ticket(ticket.Principal, key, scheme), time.GetTimestamp());
        return Task.FromResult(key);
    }

    /// <summary>A session is never renewed under its old key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="ticket">The ticket.</param>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (!tickets.TryGetValue(key, out (AuthenticationTicket Ticket, long SeenAt) entry))
        {
            return Task.FromResult<AuthenticationTicket?>(null);
        }

        if (time.GetElapsedTime(entry.SeenAt) > Idle)
        {
            tickets.TryRemove(key, out _);
            return Task.FromResult<AuthenticationTicket?>(null);
        }

        tickets.TryUpdate(key, (entry.Ticket, time.GetTimestamp()), entry);
        return Task.FromResult<AuthenticationTicket?>(entry.Ticket);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
