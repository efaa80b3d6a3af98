using System.CommandLine;
using HwToken.HostSim.Serving;
using HwToken.Service.Commands;
using HwToken.Service.Serving;
using HwToken.Validation;

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
        Option<bool> temporary = TemporaryData.Option();
        var ready = new Option<int>("--ready")
        {
            Description = $"With --demo, for test suites: so many more customers who can sign in at once, up to {ReadyCustomers.Most}. Their tokens are in the pool '{ReadyCustomers.Pool}' of /sim/v1.",
            HelpName = "N",
            CustomParser = result => Numbers.Parse(result, 0, ReadyCustomers.Most),
        };
        Command command = options.AddTo(new Command("serve", """
            Serves the token page, the portal, the service desk and the REST API, on this computer only. The default command.
            The virtual tokens' secrets are test secrets. Ends with Ctrl-C; tokens and database are kept.
            Example: serve --demo        Example: serve --url http://127.0.0.1:8080 --data ./hwtoken-data
            """)
        { url, demo, ready, temporary });
        TemporaryData.Check(command, temporary);
        command.Validators.Add(result =>
        {
            if (result.GetResult(ready) is { Implicit: false } && !result.GetValue(demo))
            {
                result.AddError("--ready is for a demonstration: give --demo too.");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            using TemporaryData? own = parsed.GetValue(temporary) ? TemporaryData.Create() : null;
            ValidationOptions service = options.Read(parsed);
            var settings = new ServeSettings(parsed.GetRequiredValue(url), own is null ? service : service with { DataFolder = own.Path }, parsed.GetValue(demo), Ready: parsed.GetValue(ready));
            return await ServeOptions.RunAsync(settings.Url, () => RunAsync(settings, cancel)).ConfigureAwait(false);
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
