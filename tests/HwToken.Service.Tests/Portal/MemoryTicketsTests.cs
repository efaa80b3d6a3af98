using System.Security.Claims;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Service.Tests.Portal;

/// <summary>How long somebody stays signed in whose session is in memory.</summary>
public sealed class MemoryTicketsTests
{
    private const string Scheme = "hwt-test";

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private readonly FakeTimeProvider time = new();
    private readonly MemoryTickets tickets;

    public MemoryTicketsTests() => tickets = new MemoryTickets(Scheme, time, Idle);

    [Fact]
    public async Task It_lasts_while_there_are_requests_and_ends_after_30_minutes_without()
    {
        string key = await BeginAsync(tickets);
        time.Advance(Idle);
        Assert.Equal("mori", await FindAsync(tickets, key));
        time.Advance(Idle);
        Assert.Equal("mori", await FindAsync(tickets, key));
        time.Advance(Idle + TimeSpan.FromSeconds(1));
        Assert.Null(await FindAsync(tickets, key));
    }

    [Fact]
    public async Task It_lasts_8_hours_at_most_however_busy_it_is()
    {
        string key = await BeginAsync(tickets);
        for (TimeSpan passed = TimeSpan.Zero; passed < MemoryTickets.Longest; passed += TimeSpan.FromMinutes(10))
        {
            Assert.Equal("mori", await FindAsync(tickets, key));
            time.Advance(TimeSpan.FromMinutes(10));
        }

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await FindAsync(tickets, key));
    }

    [Fact]
    public async Task What_was_ended_does_not_come_back_and_another_one_goes_on()
    {
        string ended = await BeginAsync(tickets);
        string other = await BeginAsync(tickets);
        await tickets.RemoveAsync(ended);
        Assert.Null(await FindAsync(tickets, ended));
        Assert.Equal("mori", await FindAsync(tickets, other));
    }

    [Fact]
    public async Task A_calendar_that_is_put_back_revives_none()
    {
        var clock = new SetBackTime();
        var kept = new MemoryTickets(Scheme, clock, Idle);
        string key = await BeginAsync(kept);
        clock.Calendar -= TimeSpan.FromDays(1);
        Assert.Equal("mori", await FindAsync(kept, key));
        clock.Pass(Idle + TimeSpan.FromSeconds(1));
        clock.Calendar -= TimeSpan.FromDays(1);
        Assert.Null(await FindAsync(kept, key));
    }

    private static Task<string> BeginAsync(MemoryTickets kept) =>
        kept.StoreAsync(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "mori")], Scheme)), Scheme));

    private static async Task<string?> FindAsync(MemoryTickets kept, string key) => (await kept.RetrieveAsync(key))?.Principal.Identity?.Name;
}
