using System.Net;
using System.Net.Sockets;
using HwToken.Core.Line;

namespace HwToken.HostSim.Serial;

/// <summary>A TCP port on loopback; one host at a time.</summary>
internal sealed class SocketOffer : ISerialOffer
{
    private static readonly byte[] InUse = LineCodec.Encode("# IN USE: another program holds this line. End it, then connect again.");

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
    public async Task RefuseOthersAsync(CancellationToken cancel)
    {
        while (true)
        {
            using TcpClient other = await _listener.AcceptTcpClientAsync(cancel).ConfigureAwait(false);
            try
            {
                // Whoever reads lines reads why; whoever speaks the protocol takes the comment for one and finds the line closed.
                await other.GetStream().WriteAsync(InUse, cancel).ConfigureAwait(false);
                other.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // It has left already.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
