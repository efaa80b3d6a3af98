using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Pages;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank;

/// <summary>Puts the demonstration service into a host. It reaches the validation service over HTTP only.</summary>
internal static class BankHosting
{
    /// <summary>Registers the bank's services.</summary>
    public static IServiceCollection AddBank(this IServiceCollection services, CustomerBook customers, ValidationClient client) => services
        .AddSingleton(customers)
        .AddSingleton(client)
        .AddSingleton(new Sessions<BankSession>("hwt-bank", "/bank", TimeProvider.System));

    /// <summary>Maps its pages.</summary>
    public static void MapBank(this IEndpointRouteBuilder routes)
    {
        routes.Page(Site.Bank, "/bank", BankHome.GetAsync);
        routes.Page(Site.Bank, SignInPage.Path, SignInPage.GetAsync, SignInPage.PostAsync);
        routes.Page(Site.Bank, CodePage.Path, BankGate.Known(CodePage.GetAsync), BankGate.Known(CodePage.PostAsync));
        routes.Page(Site.Bank, DriftPage.Path, BankGate.Known(DriftPage.GetAsync), BankGate.Known(DriftPage.PostAsync));
        routes.Page(Site.Bank, RegisterPage.Path, BankGate.Known(RegisterPage.GetAsync), BankGate.Known(RegisterPage.PostAsync));
        routes.Page(Site.Bank, ChangePage.Path, BankGate.Known(ChangePage.GetAsync), BankGate.Known(ChangePage.PostAsync));
        routes.Page(Site.Bank, StopPage.Path, BankGate.Known(StopPage.GetAsync), BankGate.Known(StopPage.PostAsync));
        routes.Page(Site.Bank, LostPage.Path, LostPage.GetAsync, LostPage.PostAsync);
        routes.Page(Site.Bank, WhyPage.Path, WhyPage.GetAsync, WhyPage.PostAsync);
        routes.Page(Site.Bank, PasswordPage.Path, BankGate.SignedIn(PasswordPage.GetAsync), BankGate.SignedIn(PasswordPage.PostAsync));
        routes.Page(Site.Bank, AccountPage.Path, BankGate.SignedIn(AccountPage.GetAsync));
        routes.Action(Site.Bank, "/bank/sign-out", SignOutAsync);
        routes.Page(Site.Desk, CustomersPage.Path, DeskGate.For(CustomersPage.GetAsync), DeskGate.For(CustomersPage.PostAsync));
    }

    private static Task<PageAnswer> SignOutAsync(PageRequest request)
    {
        request.The<Sessions<BankSession>>().End(request.Context);
        return Task.FromResult(PageAnswer.Go("/bank"));
    }
}
