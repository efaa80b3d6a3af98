using System.Reflection;
using HwToken.HostSim.Serving;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HwToken.HostSim.Mcp;

/// <summary>The Model Context Protocol over standard input and output, for a simulator that runs or for one of its own.</summary>
internal static class McpHost
{
    private const string Instructions = "Virtual OATH hardware tokens that run the real firmware. Press a token's button to get a security code, let time pass, try faults. Their secrets are test secrets, and no tool tells them.";

    /// <summary>Serves until the input ends or it is cancelled.</summary>
    /// <param name="url">A simulator that runs; null: one of its own.</param>
    /// <param name="data">Data folder of its own simulator.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task RunAsync(Uri? url, string data, CancellationToken cancel)
    {
        if (url is not null)
        {
            await ServeAsync(url, cancel).ConfigureAwait(false);
            return;
        }

        SimHost host = await SimHost.StartAsync(new Uri("http://127.0.0.1:0"), data, TimeProvider.System, cancel).ConfigureAwait(false);
        await using var _ = host.ConfigureAwait(false);
        await ServeAsync(host.Url, cancel).ConfigureAwait(false);
    }

    private static async Task ServeAsync(Uri url, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = url };
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "hwtoken", Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = Instructions,
            ToolCollection = [.. new SimTools(new SimClient(http)).All()],
        };
        var transport = new StdioServerTransport(options);
        await using var __ = transport.ConfigureAwait(false);
        McpServer server = McpServer.Create(transport, options);
        await using var ___ = server.ConfigureAwait(false);
        await server.RunAsync(cancel).ConfigureAwait(false);
    }
}
