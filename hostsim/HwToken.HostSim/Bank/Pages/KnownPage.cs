using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>A page behind the password; everybody else begins with the sign-in.</summary>
internal abstract class KnownPage(CustomerBook book, Sessions<BankSession> sessions) : BankPage
{
    public Customer Customer { get; private set; } = null!;

    public BankSession Session { get; private set; } = null!;

    protected CustomerBook Book => book;

    protected Sessions<BankSession> Sessions => sessions;

    /// <summary>The password is not enough: where a token is registered, a code came too.</summary>
    protected virtual bool IsForSignedIn => false;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        // What ends while somebody is inside ends for that session too: a report of loss blocks at once.
        if (sessions.Find(HttpContext) is { } session && book.Find(session.CustomerId) is { IsReportedLost: false } customer
            && customer.ContractEnds >= book.Now && (session.IsSignedIn || !IsForSignedIn))
        {
            Session = session;
            Customer = customer;
        }
        else
        {
            context.Result = Go(sessions.HasName(HttpContext) ? $"{BankPaths.SignIn}?from={Ended}" : BankPaths.SignIn);
        }
    }
}
