using System.CommandLine;

namespace HwToken.Service.Commands;

/// <summary>The commands of the validation server; without one, <c>serve</c>.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        Command root = CommandRunner.Root("hwtoken-service", """
            HwToken validation service: checks the codes of OATH tokens, each accepted at most once. REST API, portal and service desk.
            Without a command it serves (see 'serve').
            Example: serve --data ./hwtoken-data
            """,
            [ServeCommand.Create(), .. DataCommands.All()]);
        return CommandRunner.RunAsync(root, "serve", args);
    }
}
