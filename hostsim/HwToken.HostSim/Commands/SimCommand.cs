using System.CommandLine;
using HwToken.HostSim.Serving;
using HwToken.Service.Commands;
using HwToken.Service.Serving;
using HwToken.Validation;

namespace HwToken.HostSim.Commands;

/// <summary><c>sim</c>: the virtual tokens and their API for test suites, without the validation service.</summary>
internal static class SimCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        Option<Uri> url = LoopbackUrl.Option("The API tells test secrets");
        var data = new Option<string?>("--data") { Description = "Data folder; default: HwToken in the user's local application data. Nothing is kept outside it.", HelpName = "DIR" };
        Option<bool> temporary = TemporaryData.Option();
        var command = new Command("sim", """
            Serves virtual tokens alone: the token page, and the API for test suites (/sim/v1, described at /sim/v1/openapi.json): pools, leases,
            the next unused code on demand, the shared clock. 'serve' brings the same beside portal and REST API.
            The virtual tokens' secrets are test secrets. Ends with Ctrl-C; tokens, leases and spent codes are kept.
            Example: sim --url http://127.0.0.1:8080 --data ./sim-data        Example for test suites: sim --url http://127.0.0.1:0 --temporary
            """)
        { url, data, temporary };
        TemporaryData.Check(command, temporary);
        command.SetAction(async (parsed, cancel) =>
        {
            Uri at = parsed.GetRequiredValue(url);
            using TemporaryData? own = parsed.GetValue(temporary) ? TemporaryData.Create() : null;
            string folder = own?.Path ?? Path.GetFullPath(parsed.GetValue(data) ?? ValidationOptions.DefaultDataFolder);
            return await ServeOptions.RunAsync(at, () => RunAsync(at, folder, cancel)).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(Uri url, string data, CancellationToken cancel)
    {
        SimHost host = await SimHost.StartAsync(url, data, TimeProvider.System, cancel).ConfigureAwait(false);
        await using var _ = host.ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"""
            HwToken listens at {host.Url.AbsoluteUri.TrimEnd('/')}
            Data folder: {data}
            API: {new Uri(host.Url, "/sim/v1/openapi.json")}
            Virtual tokens with test secrets: never register one for a real account. Ctrl-C ends.
            """).ConfigureAwait(false);
        await host.WaitForEndAsync(cancel).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
