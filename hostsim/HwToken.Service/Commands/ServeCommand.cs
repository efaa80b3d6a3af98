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
        var options = new ServeOptions();
        var listen = new ListenOptions();
        Command command = options.AddTo(listen.AddTo(new Command("serve", """
            Serves the REST API, the portal and the service desk. The default command.
            Ends with Ctrl-C or SIGTERM; what was answered is kept.
            Example: serve --url http://127.0.0.1:8080 --data ./hwtoken-data
            Example: serve --url https://0.0.0.0:443 --host tokens.example.org --certificate chain.pem --certificate-key key.pem
            Example: serve --url http://0.0.0.0:8080 --host tokens.example.org --trusted-proxy 10.0.0.5
            """)));
        command.SetAction(async (parsed, cancel) =>
        {
            Listening listening = listen.Read(parsed);
            if (ListenOptions.Problem(listening) is { } problem)
            {
                await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
                return ExitStatus.Usage;
            }

            return await ServeOptions.RunAsync(listening.Url, () => RunAsync(listening, options.Read(parsed), cancel)).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(Listening listening, ValidationOptions options, CancellationToken cancel)
    {
        ServiceHost host = await ServiceHost.OpenAsync(options, cancel).ConfigureAwait(false);
        await using var _ = host.ConfigureAwait(false);
        await host.StartAsync(listening, new ServiceComposition { Map = app => app.MapPortalAtRoot() }, cancel).ConfigureAwait(false);
        foreach (string line in host.Lines)
        {
            await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
        }

        await Console.Out.WriteLineAsync("Ctrl-C ends.").ConfigureAwait(false);
        await host.WaitForEndAsync(cancel).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
