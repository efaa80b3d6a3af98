using System.Net;
using System.Net.Sockets;
using System.Text;
using HwToken.Provisioning.Transports;

namespace HwToken.Provisioning.Tests.Transports;

public sealed class TcpLineTransportTests
{
    /// <summary>For what must come: a ceiling for a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TCP_carries_bytes_both_ways_and_tells_when_the_other_end_is_gone()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using LineTransport line = await TcpLineTransport.ConnectAsync((IPEndPoint)listener.LocalEndpoint, Cancel);
        using Socket token = await listener.AcceptSocketAsync(Cancel);
        byte[] buffer = new byte[10];

        Assert.Equal(0, await line.ReadAsync(buffer, TimeSpan.Zero, Cancel));
        Assert.Equal(0, await line.ReadAsync(buffer, TimeSpan.FromMilliseconds(1), Cancel));
        await line.WriteAsync("HELLO"u8.ToArray(), Cancel);
        Assert.Equal(5, await token.ReceiveAsync(buffer, Cancel));
        await token.SendAsync("0123456789ABC"u8.ToArray(), Cancel);
        Assert.Equal(10, await line.ReadAsync(buffer, Patience, Cancel));
        Assert.Equal(3, await line.ReadAsync(buffer, Patience, Cancel));
        Assert.Equal("ABC", Encoding.ASCII.GetString(buffer, 0, 3));
        token.Close();
        await Assert.ThrowsAsync<IOException>(async () => await line.ReadAsync(buffer, Patience, Cancel));
        await Assert.ThrowsAsync<IOException>(async () => await line.ReadAsync(buffer, TimeSpan.Zero, Cancel));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_says_so()
    {
        // Bound and never listening: nobody else can take the port meanwhile.
        using var idle = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        idle.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var e = await Assert.ThrowsAsync<IOException>(() => TcpLineTransport.ConnectAsync((IPEndPoint)idle.LocalEndPoint!, Cancel));
        Assert.Contains("Nobody listens", e.Message, StringComparison.Ordinal);
    }
}
