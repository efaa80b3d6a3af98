using System.Net;
using System.Net.Sockets;

namespace HwToken.HostSim.Serial;

/// <summary>A TCP port on loopback; one host at a time.</summary>
internal sealed class SocketOffer : ISerialOffer
{
    private readonly TcpListener _listener;

    private SocketOffer(TcpListener listener) => _listener = listener;

    /// <inheritdoc/>
    public string Name => "tcp:" + _listener.LocalEndpoint;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static SocketOffer Open(IPEndPoint endPoint)
    {
        var listener = new TcpListener(endPoint);
        listener.Start();
        return new SocketOffer(listener);
    }

    /// <inheritdoc/>
    public async ValueTask<Stream> AcceptAsync(CancellationToken cancel)
    {
        TcpClient client = await _listener.AcceptTcpClientAsync(cancel).ConfigureAwait(false);
        client.NoDelay = true;
        return client.GetStream();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
