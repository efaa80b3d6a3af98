using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.Keeping;

namespace HwToken.Service.Commands;

/// <summary>Parses a command line and runs the command, as both server programs do.</summary>
public static class CommandRunner
{
    /// <summary>Runs one command; faults of the command line and Ctrl-C end with statuses of their own.</summary>
    /// <param name="root">The program's commands.</param>
    /// <param name="whenBare">Name of the command that is meant when none is named.</param>
    /// <param name="args">The words of the command line.</param>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(RootCommand root, string whenBare, string[] args)
    {
        bool isBare = args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        ParseResult parsed = root.Parse(isBare ? [whenBare, .. args] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await Console.Error.WriteLineAsync("See --help.").ConfigureAwait(false);
            return ExitStatus.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) }).ConfigureAwait(false);
        }
        catch (KeepingException e)
        {
            // A file that an option names.
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitStatus.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Interrupted;
        }
    }
}
