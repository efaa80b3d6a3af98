using System.Security.Claims;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HwToken.Service.Portal.Desk;

/// <summary>The tickets of the desk's cookies: sessions in the database. The cookie holds the session's key alone; who it is is found out at every request.</summary>
/// <param name="sessions">The sessions.</param>
internal sealed class DeskTickets(SessionStore sessions) : ITicketStore
{
    /// <summary>Name of the scheme, and of its cookie.</summary>
    public const string Scheme = "hwt-desk";

    private const string TokenClaim = "token";
    private const string StampClaim = "stamp";

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        DeskSession session = Read(ticket.Principal);
        return sessions.BeginAsync(session.Name, session.Stamp);
    }

    /// <summary>Life and pauses are counted in the database.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) => await sessions.FindAsync(key).ConfigureAwait(false) is { } live
        ? CookieSessions.Ticket(Principal(DeskSession.Of(live.Person)), key, Scheme, live.Left)
        : null;

    public Task RemoveAsync(string key) => sessions.EndAsync(key);

    public static ClaimsPrincipal Principal(DeskSession session) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, session.Name), new Claim(TokenClaim, session.TokenId), new Claim(StampClaim, session.Stamp)], Scheme));

    /// <summary>Who it is; null when nobody is signed in.</summary>
    public static async Task<DeskSession?> FindAsync(HttpContext context) =>
        await CookieSessions.FindAsync(context, Scheme).ConfigureAwait(false) is { } who ? Read(who) : null;

    private static DeskSession Read(ClaimsPrincipal who) => new(who.Identity!.Name!, who.FindFirstValue(TokenClaim)!, who.FindFirstValue(StampClaim)!);
}
