using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.HostSim.Serving;
using HwToken.HostSim.TokenPage;
using HwToken.Validation;

namespace HwToken.HostSim.Commands;

/// <summary><c>serve</c>: token page, portal and REST API, on this computer only.</summary>
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
        var demo = new Option<bool>("--demo") { Description = "A demonstration: three virtual tokens, a bank, a service desk and clocks to play with. Begins anew each time." };
        var name = new Option<string?>("--service-name") { Description = "Name of this service in the receipts that it signs.", HelpName = "NAME" };
        var signers = new Option<string?>("--import-certs") { Description = "Takes only PSKC files signed by one of the certificates in this PEM file; read at every import.", HelpName = "PEM" };
        var service = new ServiceOptions();
        Command command = service.AddTo(new Command("serve", """
            Serves the token page, the portal, the service desk and the REST API, on this computer only. The default command.
            The virtual tokens' secrets are test secrets. Ends with Ctrl-C; tokens and database are kept.
            Example: serve --demo        Example: serve --url http://127.0.0.1:8080 --data ./hwtoken-data
            """)
        { url, demo, name, signers });
        command.SetAction((parsed, cancel) =>
        {
            // A demonstration has its own folder and database: what is given here stays untouched.
            ValidationOptions options = service.Read(parsed);
            Uri at = parsed.GetRequiredValue(url);
            return RunAsync(
                parsed.GetValue(demo)
                    ? new ServeSettings(at, options.DataFolder, IsDemo: true)
                    : new ServeSettings(at, options.DataFolder, options.Connection, options.KeyFile, parsed.GetValue(name), parsed.GetValue(signers)),
                cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancel)
    {
        try
        {
            ServeHost host = await ServeHost.StartAsync(settings, cancel).ConfigureAwait(false);
            await using var _ = host.ConfigureAwait(false);
            string page = host.Url.AbsoluteUri.TrimEnd('/');
            await Console.Out.WriteLineAsync($"HwToken listens at {page}").ConfigureAwait(false);
            await Console.Out.WriteLineAsync(host.Rack is null
                ? "Another server of this data folder shows the virtual tokens; this one serves portal and REST API."
                : $"Token page: {page}").ConfigureAwait(false);
            foreach (string line in host.Demo?.Lines(host.Url) ?? [$"Portal: {page}/portal"])
            {
                await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
            }

            await Console.Out.WriteLineAsync("Virtual tokens with test secrets: never register one for a real account. Ctrl-C ends.").ConfigureAwait(false);
            await host.WaitForEndAsync(cancel).ConfigureAwait(false);
            return ExitStatus.Done;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Port {settings.Url.Port} is taken. End the other program, or give another address: serve --url http://127.0.0.1:{settings.Url.Port + 1}").ConfigureAwait(false);
            return ExitStatus.Failed;
        }
        catch (Exception e) when (ServiceWork.IsTold(e) || e is System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
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
