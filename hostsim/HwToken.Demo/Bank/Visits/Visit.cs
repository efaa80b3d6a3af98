using HwToken.Demo.Bank.Customers;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Visits;

/// <summary>One request of somebody who has given a password. Pages that need one say so by <see cref="CustomersOnlyAttribute"/>.</summary>
internal sealed class Visit(CustomerBook book, IHttpContextAccessor accessor)
{
    /// <summary>Who it is.</summary>
    public Customer Customer { get; private set; } = null!;

    /// <summary>How far the person has come.</summary>
    public BankSession Session { get; private set; } = null!;

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The session of the request; null when there is none.</summary>
    public async Task<BankSession?> FindAsync() => await CookieSessions.FindAsync(Context, BankSession.Scheme).ConfigureAwait(false) is { } who ? BankSession.Of(who) : null;

    /// <summary>Finds out who asks. What ends while somebody is inside ends for that session too: a report of loss blocks at once.</summary>
    /// <param name="isSignedIn">The password is not enough: where a token is registered, a code came too.</param>
    /// <returns>Where the person begins instead; null when all is well.</returns>
    public async Task<string?> EnterAsync(bool isSignedIn)
    {
        if (await FindAsync().ConfigureAwait(false) is { } session && book.Find(session.CustomerId) is { IsReportedLost: false } customer
            && customer.ContractEnds >= book.Now && (session.IsSignedIn || !isSignedIn))
        {
            Session = session;
            Customer = customer;
            return null;
        }

        return CookieSessions.HasName(Context, BankSession.Scheme) ? $"{BankPaths.SignIn}?from={PortalPage.Ended}" : BankPaths.SignIn;
    }

    /// <summary>One step further, under a new name of the session.</summary>
    public Task ContinueAsync(BankSession session) => CookieSessions.BeginAsync(Context, BankSession.Scheme, session.ToPrincipal());

    /// <summary>The session is over.</summary>
    public Task EndAsync() => CookieSessions.EndAsync(Context, BankSession.Scheme);
}
