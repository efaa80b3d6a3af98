using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.HostSim.TokenPage;
using HwToken.HostSim.TokenPage.Store;

namespace HwToken.HostSim.Commands;

/// <summary><c>serve</c>: the token page, on this computer only.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var url = new Option<Uri>("--url")
        {
            Description = "Loopback address of the page; port 0 takes a free one.",
            HelpName = DefaultUrl,
            DefaultValueFactory = _ => new Uri(DefaultUrl),
            CustomParser = ParseUrl,
        };
        var data = new Option<string?>("--data")
        {
            Description = "Folder that keeps the virtual tokens between runs; default: HwToken in the user's local application data.",
            HelpName = "DIR",
        };
        var command = new Command("serve", """
            Serves the token page: virtual tokens to press, with their firmware on simulated boards. The default command.
            Their secrets are test secrets. Ends with Ctrl-C; the tokens are kept.
            """)
        { url, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(url), parsed.GetValue(data) ?? DefaultData.Folder(), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Uri url, string? data, CancellationToken cancel)
    {
        if (data is null)
        {
            await Console.Error.WriteLineAsync("This user has no folder for application data. Say where to keep the tokens: --data DIR.").ConfigureAwait(false);
            return ExitStatus.Usage;
        }

        try
        {
            var host = new PageHost(new ServeOptions(url, Path.GetFullPath(data)), TimeProvider.System);
            await using var _ = host.ConfigureAwait(false);
            await host.StartAsync(cancel).ConfigureAwait(false);
            await Console.Out.WriteLineAsync($"Token page: {host.Url}").ConfigureAwait(false);
            await Console.Out.WriteLineAsync("Virtual tokens with test secrets: never register one for a real account. Ctrl-C ends.").ConfigureAwait(false);
            await host.WaitForEndAsync(cancel).ConfigureAwait(false);
            return ExitStatus.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            bool isTaken = e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException;
            await Console.Error.WriteLineAsync(isTaken ? $"Port {url.Port} is taken. End the other program, or give another address: serve --url http://127.0.0.1:{url.Port + 1}" : e.Message).ConfigureAwait(false);
            return ExitStatus.Failed;
        }
    }

    private static Uri? ParseUrl(ArgumentResult result)
    {
        if (!LoopbackUrl.TryParse(result.Tokens[0].Value, out Uri? url, out string? problem))
        {
            result.AddError(problem!);
        }

        return url;
    }
}
