using System.Net;
using NanoBoard;
using HwToken.HostSim.Serial;
using HwToken.Simulator;

namespace HwToken.Interop.Delivery;

/// <summary>A blank virtual token with the real firmware, behind a TCP port for the factory; later in somebody's hand.</summary>
internal sealed class TokenAtBench : IAsyncDisposable
{
    private readonly SocketOffer offer = SocketOffer.Open(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource end = new();
    private readonly LiveToken token;
    private readonly Task running;

    public TokenAtBench(int seed)
    {
        token = new LiveToken(new VirtualToken(new BoardOptions { Seed = seed, StartsAt = DateTimeOffset.UtcNow }), TimeProvider.System);
        token.Do(blank => blank.PowerOn());
        running = Task.WhenAll(token.RunAsync(end.Token), ServeAsync());
    }

    /// <summary>As the station's <c>--port</c>.</summary>
    public string Port => offer.Name;

    public string Id => token.Ask(one => one.StoredCredential!.Id);

    public byte[] Secret => token.Ask(one => one.StoredCredential!.Secret);

    /// <summary>Presses the button once the display is dark.</summary>
    public string Press() => token.Ask(one =>
    {
        one.FallAsleep();
        return one.Press().Code!;
    });

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        offer.Dispose();
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            await using Stream stream = await offer.AcceptAsync(end.Token);
            await SerialBridge.RunAsync(token, stream, end.Token);
        }
    }
}
