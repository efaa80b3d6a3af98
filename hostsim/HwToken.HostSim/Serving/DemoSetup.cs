using HwToken.Demo;
using HwToken.Rack.Live;
using HwToken.Service.Serving;
using HwToken.Validation.Access;
using HwToken.Validation.Rules;

namespace HwToken.HostSim.Serving;

/// <summary>Brings a demonstration and the validation service together: tokens imported, keys made, the operator known.</summary>
internal static class DemoSetup
{
    private const string Actor = "demo";

    /// <summary>Lays everything out in an empty data folder.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="service">The opened validation service.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="clock">The services' clock.</param>
    /// <param name="passwordRounds">Rounds of the initial passwords' hashes.</param>
    /// <param name="ready">Customers for test suites.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task<Demonstration> LayOutAsync(string data, ServiceHost service, DemoTokens tokens, DemoClock clock, int passwordRounds, ReadyCustomers ready, CancellationToken cancel)
    {
        await tokens.ImportAsync(service.System.Importer, cancel).ConfigureAwait(false);
        await ready.ImportAsync(service.System.Importer, cancel).ConfigureAwait(false);
        var keys = new DemoKeys(
            await KeyAsync(ApiRole.RelyingParty, "Sample Bank").ConfigureAwait(false),
            await KeyAsync(ApiRole.RelyingParty, "relying party to try").ConfigureAwait(false),
            await KeyAsync(ApiRole.Operator, "operator to try").ConfigureAwait(false));
        Demonstration demo = Demonstration.LayOut(data, tokens.Ids, clock, keys, passwordRounds, ready.Ids);
        await service.Operators.PutAsync(demo.World.Operator.Id, demo.World.Operator.Password, demo.World.OperatorTokenId, Actor, passwordRounds, cancel).ConfigureAwait(false);
        await service.System.Desk.SetOperatorsAsync(demo.World.OperatorTokenId, true, Actor, cancel).ConfigureAwait(false);
        return demo;

        async Task<string> KeyAsync(ApiRole role, string name) => (await service.System.ApiKeys.CreateAsync(role, Actor, name, cancel).ConfigureAwait(false)).Secret;
    }

    /// <summary>What the demonstration needs of this program.</summary>
    public static DemoNeeds Needs(DemoWorld world, ServiceHost service, TokenRack rack, HttpClient http) => new(http, () => service.Url, new TrayTokens(rack), async cancel =>
    {
        await service.Operators.UnlockAsync(world.Operator.Id, Actor, cancel).ConfigureAwait(false);

        // A verb that does not fit the token's state changes nothing.
        await service.System.Desk.ApplyAsync(world.OperatorTokenId, DeskVerb.Unlock, Actor, cancel).ConfigureAwait(false);
        await service.System.Desk.ApplyAsync(world.OperatorTokenId, DeskVerb.Resume, Actor, cancel).ConfigureAwait(false);
    });
}
