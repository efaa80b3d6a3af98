using System.CommandLine;
using HwToken.HostSim.Serving;
using HwToken.Service.Commands;
using HwToken.Service.Serving;

namespace HwToken.HostSim.Commands;

/// <summary><c>serve</c>: token page, portal and REST API, on this computer only.</summary>
internal static class ServeCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var options = new ServeOptions();
        Option<Uri> url = LoopbackUrl.Option("The page shows test secrets");
        var demo = new Option<bool>("--demo") { Description = "A demonstration: three virtual tokens, a bank, a service desk and clocks to play with. Begins anew each time." };
        Command command = options.AddTo(new Command("serve", """
            Serves the token page, the portal, the service desk and the REST API, on this computer only. The default command.
            The virtual tokens' secrets are test secrets. Ends with Ctrl-C; tokens and database are kept.
            Example: serve --demo        Example: serve --url http://127.0.0.1:8080 --data ./hwtoken-data
            """)
        { url, demo });
        command.SetAction((parsed, cancel) =>
        {
            var settings = new ServeSettings(parsed.GetRequiredValue(url), options.Read(parsed), parsed.GetValue(demo));
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
