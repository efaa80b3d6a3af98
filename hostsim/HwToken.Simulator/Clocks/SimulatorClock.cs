using System.Text.Json;

namespace HwToken.Simulator.Clocks;

/// <summary>
/// The shared clock of a simulator in another process, for the service under test: register it as the service's <see cref="TimeProvider"/>, and a
/// lease that moves the clock moves the service too. Each reading asks the simulator (<c>GET /sim/v1/clock</c>, under a millisecond on loopback), so
/// that a code is never checked at a time before it was made. Timers stay those of true time.
/// </summary>
public sealed class SimulatorClock : TimeProvider, IDisposable
{
    private static readonly Uri Address = new("sim/v1/clock", UriKind.Relative);

    private readonly HttpClient _http;

    /// <summary>Connects to a simulator.</summary>
    /// <param name="simulator">Its address, such as <c>http://127.0.0.1:5080</c>.</param>
    public SimulatorClock(Uri simulator)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = simulator };
    }

    /// <summary>What the simulator's clock shows.</summary>
    /// <exception cref="HttpRequestException">The simulator does not answer.</exception>
    public override DateTimeOffset GetUtcNow()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        using HttpResponseMessage answer = _http.Send(request, HttpCompletionOption.ResponseContentRead);
        answer.EnsureSuccessStatusCode();
        using Stream body = answer.Content.ReadAsStream();
        using JsonDocument clock = JsonDocument.Parse(body);
        return clock.RootElement.GetProperty("now").GetDateTimeOffset();
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
