using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using HwToken.HostSim.Serial;
using HwToken.HostSim.Serving;
using HwToken.Service.Commands;

namespace HwToken.HostSim.Commands;

/// <summary><c>serial</c>: blank virtual tokens, each on a line of its own, as if real ones were plugged in.</summary>
internal static class SerialCommand
{
    private const int MostTokens = 1000;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var listen = new Option<IPEndPoint?>("--listen")
        {
            Description = "Loopback address and port of the first token; the others follow on consecutive ports.",
            HelpName = "127.0.0.1:7000",
            CustomParser = ParseEndPoint,
        };
        var pty = new Option<bool>("--pty") { Description = "Offer pseudo-terminals and print their paths (Unix)." };
        var count = new Option<int>("--count")
        {
            Description = "How many tokens.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
            CustomParser = result => Numbers.Parse(result, 1, MostTokens),
        };
        var command = new Command("serial", """
            Offers blank virtual tokens on TCP sockets (loopback only) or pseudo-terminals, for the factory tool or a terminal.
            A token keeps its flash while the program runs; connecting presses its button, so its line is open.
            Example: serial --listen 127.0.0.1:7000 --count 3        Example: serial --pty
            Ends with Ctrl-C.
            """)
        { listen, pty, count };
        command.Validators.Add(result =>
        {
            bool isListen = result.GetResult(listen) is { Implicit: false };
            if (result.GetValue(pty) == isListen)
            {
                result.AddError("Give either --listen 127.0.0.1:PORT or --pty.");
            }
        });
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(() =>
        {
            TrueTime.Require(TimeProvider.System);
            return SerialHost.RunAsync(parsed.GetValue(listen), parsed.GetValue(count), cancel);
        }));
        return command;
    }

    private static IPEndPoint? ParseEndPoint(ArgumentResult result)
    {
        if (IPEndPoint.TryParse(result.Tokens[0].Value, out IPEndPoint? endPoint) && IPAddress.IsLoopback(endPoint.Address) && endPoint.Port > 0)
        {
            return endPoint;
        }

        result.AddError("--listen takes a loopback address with a port, such as 127.0.0.1:7000: virtual tokens are never offered to the network.");
        return null;
    }
}
