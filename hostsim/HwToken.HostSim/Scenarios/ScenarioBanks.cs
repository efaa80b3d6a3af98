using HwToken.Scenarios.Services;

namespace HwToken.HostSim.Scenarios;

/// <summary>Starts a demonstration for each story that wants one.</summary>
internal sealed class ScenarioBanks : IScenarioServices
{
    public async Task<IScenarioService> StartAsync(IReadOnlyList<ServiceToken> tokens, TimeProvider time, CancellationToken cancel) =>
        await ScenarioBank.StartAsync(tokens, time, cancel).ConfigureAwait(false);
}
