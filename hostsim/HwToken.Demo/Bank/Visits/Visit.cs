using HwToken.Demo.Bank.Customers;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Visits;

/// <summary>One request of somebody who has given a password. Pages that need one say so by <see cref="CustomersOnlyAttribute"/>.</summary>
internal sealed class Visit(CustomerBook book, Sessions<BankSession> sessions, IHttpContextAccessor accessor)
{
    /// <summary>Who it is.</summary>
    public Customer Customer { get; private set; } = null!;

    /// <summary>How far the person has come.</summary>
    public BankSession Session { get; private set; } = null!;

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Finds out who asks. What ends while somebody is inside ends for that session too: a report of loss blocks at once.</summary>
    /// <param name="isSignedIn">The password is not enough: where a token is registered, a code came too.</param>
    /// <returns>Where the person begins instead; null when all is well.</returns>
    public string? Enter(bool isSignedIn)
    {
        if (sessions.Find(Context) is { } session && book.Find(session.CustomerId) is { IsReportedLost: false } customer
            && customer.ContractEnds >= book.Now && (session.IsSignedIn || !isSignedIn))
        {
            Session = session;
            Customer = customer;
            return null;
        }

        return sessions.HasName(Context) ? $"{BankPaths.SignIn}?from={PortalPage.Ended}" : BankPaths.SignIn;
    }

    /// <summary>One step further, under a new name of the session.</summary>
    public void Continue(BankSession session) => sessions.Begin(Context, session);

    /// <summary>The session is over.</summary>
    public void End() => sessions.End(Context);
}

/// <summary>Somebody on the way in.</summary>
/// <param name="CustomerId">Who, by a right password.</param>
/// <param name="Errand">What for.</param>
/// <param name="IsSignedIn">Password and, where a token is registered, code.</param>
/// <param name="IsOldTokenProven">Change of token: a code of the old one was right.</param>
internal sealed record BankSession(string CustomerId, Errand Errand, bool IsSignedIn = false, bool IsOldTokenProven = false);
