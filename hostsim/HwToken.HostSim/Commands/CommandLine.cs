using System.CommandLine;

namespace HwToken.HostSim.Commands;

/// <summary>The commands; without one, <c>serve</c>.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("""
            HwToken host simulator: the token's own firmware on this computer, and the service that checks its codes.
            Without a command it serves the token page and the portal (see 'serve').
            Keys given to this program are test secrets: never use those of a real token.
            """)
        {
            PressCommand.Create(),
            SerialCommand.Create(),
            ServeCommand.Create(),
            KeysCommand.Create(),
            DeskCommand.Create(),
            AuditCommand.Create(),
        };
        bool isBare = args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        ParseResult parsed = root.Parse(isBare ? ["serve", .. args] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await Console.Error.WriteLineAsync("See --help.").ConfigureAwait(false);
            return ExitStatus.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Interrupted;
        }
    }
}
