using HwToken.Lines;
using HwToken.Provisioning;
using HwToken.Provisioning.Transports;
using HwToken.Scenarios.Playing;

namespace HwToken.HostSim.Scenarios;

/// <summary>The line to a token in the hand.</summary>
internal static class ScenarioPort
{
    /// <summary>Opens it, and finds a blank token there.</summary>
    /// <param name="name"><c>COM31</c>, <c>/dev/ttyUSB0</c>, or <c>tcp:127.0.0.1:7000</c>.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="FormatException">That is no port.</exception>
    /// <exception cref="IOException">Nothing is there, or no blank token answers; the message says what to do.</exception>
    public static async Task<LineTransport> OpenAsync(string name, CancellationToken cancel)
    {
        LineTransport line = await LinePort.Parse(name).OpenAsync(cancel).ConfigureAwait(false);
        try
        {
            TokenGreeting greeting = await new ProvisioningClient(line, ScenarioRun.PortAnswer).HelloAsync(cancel).ConfigureAwait(false);
            return greeting.IsLocked ? throw new IOException($"The token on {name} holds a credential. Take a blank one: stories write to it and erase it.") : line;
        }
        catch (Exception e)
        {
            await line.DisposeAsync().ConfigureAwait(false);
            if (e is ProvisioningException)
            {
                throw new IOException($"{name}: {e.Message}", e);
            }

            throw;
        }
    }
}
