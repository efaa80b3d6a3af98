using System.CommandLine;

namespace HwToken.Service.Commands;

/// <summary>The commands of the validation server; without one, <c>serve</c>.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("""
            HwToken validation service: checks the codes of OATH tokens, each accepted at most once. REST API, portal and service desk.
            Without a command it serves (see 'serve').
            """)
        {
            ServeCommand.Create(),
        };
        Array.ForEach(DataCommands.All(), root.Subcommands.Add);
        return CommandRunner.RunAsync(root, "serve", args);
    }
}
