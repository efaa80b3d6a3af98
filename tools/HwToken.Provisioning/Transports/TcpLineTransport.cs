using System.Net;
using System.Net.Sockets;

namespace HwToken.Provisioning.Transports;

/// <summary>A virtual token on loopback.</summary>
public sealed class TcpLineTransport : LineTransport
{
    private readonly Socket _socket;

    private TcpLineTransport(Socket socket) => _socket = socket;

    /// <summary>Connects.</summary>
    /// <param name="endPoint">A loopback address: secrets cross the line in clear.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="IOException">Nobody listens there.</exception>
    public static async Task<TcpLineTransport> ConnectAsync(IPEndPoint endPoint, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        if (!IPAddress.IsLoopback(endPoint.Address))
        {
            throw new ArgumentException("Secrets cross the line in clear: only loopback addresses are allowed.", nameof(endPoint));
        }

        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancel).ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"Nobody listens on {endPoint}. Start the virtual tokens, or check the port number.", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var transport = new TcpLineTransport(socket);
        transport.Start();
        return transport;
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            for (int sent = 0; sent < bytes.Length;)
            {
                sent += await _socket.SendAsync(bytes[sent..], cancel).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw Gone(e);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<int> ReadSomeAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            int count = await _socket.ReceiveAsync(buffer, cancel).ConfigureAwait(false);
            return count > 0 ? count : throw Gone(null);
        }
        catch (SocketException e)
        {
            throw Gone(e);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IOException Gone(Exception? cause) => new("The line is gone: the token was pulled, or the port was closed. Connect it again.", cause);
}
