using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using HwToken.Keeping;

namespace HwToken.Service.Commands;

/// <summary>Parses a command line and runs the command, as both server programs do.</summary>
public static partial class CommandRunner
{
    /// <summary>A program's commands under the name that people type, whatever its assembly is called.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="commands">The commands. Two programs may have the same ones: the examples of their help get the name here.</param>
    public static Command Root(string name, string description, params IEnumerable<Command> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var root = new Command(name, description) { new HelpOption(), new VersionOption() };
        foreach (Command command in commands)
        {
            root.Subcommands.Add(command);
        }

        NameExamples(root, name);
        return root;
    }

    /// <summary>Runs one command; faults of the command line and Ctrl-C end with statuses of their own.</summary>
    /// <param name="root">The program's commands.</param>
    /// <param name="whenBare">Name of the command that is meant when none is named.</param>
    /// <param name="args">The words of the command line.</param>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(Command root, string whenBare, string[] args)
    {
        bool isBare = args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        ParseResult parsed = root.Parse(isBare ? [whenBare, .. args] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await Console.Error.WriteLineAsync($"Try '{Typed(parsed.CommandResult)} --help'.").ConfigureAwait(false);
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

    /// <summary>A command with those above it, as it is typed.</summary>
    private static string Typed(CommandResult command) => command.Parent is CommandResult above ? $"{Typed(above)} {command.Command.Name}" : command.Command.Name;

    private static void NameExamples(Command command, string name)
    {
        command.Description = command.Description is { } text ? Example().Replace(text, match => $"{match.Value}{name} ") : null;
        foreach (Command below in command.Subcommands)
        {
            NameExamples(below, name);
        }
    }

    [GeneratedRegex("Example(?: for [a-z ]+)?: ")]
    private static partial Regex Example();
}
