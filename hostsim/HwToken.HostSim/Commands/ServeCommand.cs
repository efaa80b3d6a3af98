using System.CommandLine;
using HwToken.HostSim.Serving;
using HwToken.Service.Commands;

namespace HwToken.HostSim.Commands;

/// <summary><c>serve</c>: token page, portal and REST API, on this computer only.</summary>
internal static class ServeCommand
{
    /// <summary>Why it is never served to others.</summary>
    public const string Why = "The page shows test secrets";

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var options = new ServeOptions(Why);
        var demo = new Option<bool>("--demo") { Description = "A demonstration: three virtual tokens, a bank, a service desk and clocks to play with. Begins anew each time." };
        Command command = options.AddTo(new Command("serve", """
            Serves the token page, the portal, the service desk and the REST API, on this computer only. The default command.
            The virtual tokens' secrets are test secrets. Ends with Ctrl-C; tokens and database are kept.
            Example: serve --demo        Example: serve --url http://127.0.0.1:8080 --data ./hwtoken-data
            """)
        { demo });
        command.SetAction((parsed, cancel) =>
        {
            var settings = new ServeSettings(options.Url(parsed), options.Read(parsed), parsed.GetValue(demo));
            return ServeOptions.RunAsync(settings.Url, () => RunAsync(settings, cancel));
        });
        return command;
    }

    private static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancel)
    {
        ServeHost host = await ServeHost.StartAsync(settings, cancel).ConfigureAwait(false);
        await using var _ = host.ConfigureAwait(false);
        foreach (string line in host.Lines)
        {
            await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
        }

        await host.WaitForEndAsync(cancel).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
