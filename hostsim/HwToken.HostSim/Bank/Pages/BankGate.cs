using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Lets people through who have come far enough.</summary>
internal static class BankGate
{
    /// <summary>Behind the password.</summary>
    public static Func<PageRequest, Task<PageAnswer>> Known(Func<PageRequest, BankSession, Customer, Task<PageAnswer>> page) => request =>
        request.The<Sessions<BankSession>>().Find(request.Context) is { } session && request.The<CustomerBook>().Find(session.CustomerId) is { } customer
            ? page(request, session, customer)
            : Task.FromResult(PageAnswer.Go(SignInPage.Path));

    /// <summary>Behind password and code.</summary>
    public static Func<PageRequest, Task<PageAnswer>> SignedIn(Func<PageRequest, BankSession, Customer, Task<PageAnswer>> page) => Known(
        (request, session, customer) => session.IsSignedIn ? page(request, session, customer) : Task.FromResult(PageAnswer.Go(SignInPage.Path)));
}
