using System.CommandLine;
using HwToken.Service.Portal;
using HwToken.Service.Serving;
using HwToken.Validation;

namespace HwToken.Service.Commands;

/// <summary><c>serve</c>: REST API, portal and service desk.</summary>
internal static class ServeCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var options = new ServeOptions("Codes and API keys would cross the network in clear");
        Command command = options.AddTo(new Command("serve", """
            Serves the REST API, the portal and the service desk. The default command.
            Ends with Ctrl-C or SIGTERM; what was answered is kept.
            Example: serve --url http://127.0.0.1:8080 --data ./hwtoken-data
            """));
        command.SetAction((parsed, cancel) => ServeOptions.RunAsync(options.Url(parsed), () => RunAsync(options.Url(parsed), options.Read(parsed), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Uri url, ValidationOptions options, CancellationToken cancel)
    {
        ServiceHost host = await ServiceHost.OpenAsync(options, cancel).ConfigureAwait(false);
        await using var _ = host.ConfigureAwait(false);
        await host.StartAsync(url, new ServiceComposition { Map = app => app.MapPortalAtRoot() }, cancel).ConfigureAwait(false);
        foreach (string line in host.Lines)
        {
            await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
        }

        await Console.Out.WriteLineAsync("Ctrl-C ends.").ConfigureAwait(false);
        await host.WaitForEndAsync(cancel).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
