using System.Net;
using System.Net.Sockets;
using HwToken.Core.Line;

namespace HwToken.HostSim.Serial;

/// <summary>A TCP port on loopback; one host at a time.</summary>
internal sealed class SocketOffer : ISerialOffer
{
    private static readonly byte[] InUse = LineCodec.Encode("# IN USE: another program holds this line. End it, then connect again.");

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    private readonly TcpListener _listener;
    private TcpClient? _current;
    private TcpClient? _next;

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
        _current = Interlocked.Exchange(ref _next, null) ?? await _listener.AcceptTcpClientAsync(cancel).ConfigureAwait(false);
        _current.NoDelay = true;
        return _current.GetStream();
    }

    /// <inheritdoc/>
    public async Task RefuseOthersAsync(CancellationToken cancel)
    {
        while (true)
        {
            TcpClient other = await _listener.AcceptTcpClientAsync(cancel).ConfigureAwait(false);
            if (await HasLeftAsync(cancel).ConfigureAwait(false))
            {
                // The same program connects again, sooner than its leaving was noticed.
                _next = other;
                return;
            }

            using TcpClient refused = other;
            try
            {
                // Whoever reads lines reads why; whoever speaks the protocol takes the comment for one and finds the line closed.
                await refused.GetStream().WriteAsync(InUse, cancel).ConfigureAwait(false);
                refused.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // It has left already.
            }
        }
    }

    /// <summary>The end of the current connection stands behind what it sent last: that is read first.</summary>
    private async Task<bool> HasLeftAsync(CancellationToken cancel)
    {
        try
        {
            while (_current!.Client.Available > 0)
            {
                await Task.Delay(Poll, cancel).ConfigureAwait(false);
            }

            return _current.Client.Poll(TimeSpan.Zero, SelectMode.SelectRead) && _current.Client.Available == 0;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Its bridge has ended meanwhile.
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
