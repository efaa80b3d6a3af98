using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank;

/// <summary>Puts the demonstration service into a host; its pages are served where it is. It reaches the validation service over HTTP only.</summary>
internal static class BankHosting
{
    /// <summary>Registers the bank's services.</summary>
    public static IServiceCollection AddBank(this IServiceCollection services, CustomerBook customers, ValidationClient client) => services
        .AddSingleton(customers)
        .AddSingleton(client)
        .AddSingleton(new Sessions<BankSession>("hwt-bank", "/bank", TimeProvider.System))
        .AddHostFiltering(options => (options.AllowedHosts, options.IncludeFailureMessage) = (["localhost", "127.0.0.1", "[::1]"], false));
}
