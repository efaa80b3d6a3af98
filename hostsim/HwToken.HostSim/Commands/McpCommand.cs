using System.CommandLine;
using HwToken.HostSim.Mcp;
using HwToken.Service.Commands;
using HwToken.Validation;

namespace HwToken.HostSim.Commands;

/// <summary><c>mcp</c>: virtual tokens as tools of an assistant.</summary>
internal static class McpCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var url = new Option<Uri?>("--url")
        {
            Description = "A simulator that runs ('serve' or 'sim'); without it, one of its own. A loopback address.",
            HelpName = "http://127.0.0.1:5080",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
                {
                    return address;
                }

                result.AddError("--url takes a loopback address, such as http://127.0.0.1:5080.");
                return null;
            },
        };
        var data = new Option<string?>("--data") { Description = "Data folder of its own simulator; default: HwToken in the user's local application data.", HelpName = "DIR" };
        var command = new Command("mcp", """
            Serves virtual tokens as tools over the Model Context Protocol, on standard input and output: press, hold, read the display, clock, power, faults.
            No tool tells a secret. Ends with its input, or Ctrl-C. How to enter it into an assistant: docs/mcp.md.
            Example: mcp --data ./mcp-data
            Exit status: 0 its input ended, 1 its simulator did not start, 2 usage.
            """)
        { url, data };
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(async () =>
        {
            await McpHost.RunAsync(parsed.GetValue(url), Path.GetFullPath(parsed.GetValue(data) ?? ValidationOptions.DefaultDataFolder), cancel).ConfigureAwait(false);
            return ExitStatus.Done;
        }));
        return command;
    }
}
