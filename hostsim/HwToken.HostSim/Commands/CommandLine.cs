using System.CommandLine;
using HwToken.Service.Commands;

namespace HwToken.HostSim.Commands;

/// <summary>The commands; without one, <c>serve</c>. Those that work on a data folder are the validation server's.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        Command root = CommandRunner.Root("hwtoken-sim", """
            HwToken host simulator: the token's own firmware on this computer, and the service that checks its codes.
            Without a command it serves the token page and the portal (see 'serve').
            Keys given to this program are test secrets: never use those of a real token.
            Example: serve --demo        Example for test suites: sim --temporary
            """,
            [
                PressCommand.Create(),
                SerialCommand.Create(),
                ServeCommand.Create(),
                SimCommand.Create(),
                RunCommand.Create(),
                ReplayCommand.Create(),
                McpCommand.Create(),
                .. DataCommands.All(),
            ]);
        return CommandRunner.RunAsync(root, "serve", args);
    }
}
