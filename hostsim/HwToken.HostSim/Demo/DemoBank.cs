using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Desk;
using HwToken.Validation;
using HwToken.Validation.Access;

namespace HwToken.HostSim.Demo;

/// <summary>The demonstration's bank: its customers, its way to the validation service, its tokens imported there.</summary>
/// <param name="World">What the demonstration begins with.</param>
/// <param name="Customers">The customers.</param>
/// <param name="Service">The validation service over HTTP.</param>
internal sealed record DemoBank(DemoWorld World, CustomerBook Customers, ValidationClient Service)
{
    /// <summary>Lays everything out in an empty data folder.</summary>
    /// <param name="data">Data folder.</param>
    /// <param name="system">The opened validation service.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="operators">The service desk.</param>
    /// <param name="clock">The services' clock.</param>
    /// <param name="connect">Makes the bank's client of the validation service from its API key.</param>
    /// <param name="passwordRounds">Rounds of the initial passwords' hashes.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task<DemoBank> LayOutAsync(
        string data, ValidationSystem system, DemoTokens tokens, Operators operators, DemoClock clock, Func<string, ValidationClient> connect, int passwordRounds, CancellationToken cancel)
    {
        await tokens.ImportAsync(system.Importer, cancel).ConfigureAwait(false);
        var customers = new CustomerBook(data, clock);
        DemoWorld world = DemoWorld.Create(tokens, customers, operators, passwordRounds);
        (_, string key) = await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "demo", cancel).ConfigureAwait(false);
        (_, string party) = await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "demo", cancel).ConfigureAwait(false);
        (_, string desk) = await system.ApiKeys.CreateAsync(ApiRole.Operator, "demo", cancel).ConfigureAwait(false);
        return new DemoBank(world with { PartyKey = party, OperatorKey = desk }, customers, connect(key));
    }
}
