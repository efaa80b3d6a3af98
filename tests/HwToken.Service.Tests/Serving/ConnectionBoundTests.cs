using System.Net;
using System.Net.Sockets;
using System.Text;
using HwToken.Service.Serving;
using HwToken.Service.Tests.Portal.Support;

namespace HwToken.Service.Tests.Serving;

/// <summary>Idle connections use up no more file handles than there are.</summary>
public sealed class ConnectionBoundTests
{
    private const int Bound = 8;
    private static readonly byte[] Request = Encoding.ASCII.GetBytes("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_over_the_bound_are_closed_at_once_and_the_others_served()
    {
        using var folder = new TempFolder();
        await using ServiceHost host = await LocalPortal.StartAsync(folder.Path, settings: new() { ["Connections"] = $"{Bound}" });
        var open = new List<TcpClient>();
        for (int i = 0; i < Bound; i++)
        {
            TcpClient one = await ConnectAsync(host.Url);
            Assert.True(await IsAnsweredAsync(one));
            open.Add(one);
        }

        using (TcpClient over = await ConnectAsync(host.Url))
        {
            Assert.False(await IsAnsweredAsync(over));
        }

        Assert.True(await IsAnsweredAsync(open[0]));
        open.ForEach(one => one.Dispose());

        // The server takes a moment to see that they have gone.
        for (bool isIn = false; !isIn;)
        {
            using TcpClient next = await ConnectAsync(host.Url);
            isIn = await IsAnsweredAsync(next);
        }
    }

    private static async Task<TcpClient> ConnectAsync(Uri url)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, url.Port, Cancel);
        return client;
    }

    /// <summary>False: it was closed.</summary>
    private static async Task<bool> IsAnsweredAsync(TcpClient client)
    {
        try
        {
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(Request, Cancel);
            var text = new StringBuilder();
            byte[] some = new byte[4096];
            while (!text.ToString().EndsWith("ok\n", StringComparison.Ordinal))
            {
                int count = await stream.ReadAsync(some, Cancel);
                if (count == 0)
                {
                    return false;
                }

                text.Append(Encoding.ASCII.GetString(some, 0, count));
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
