using System.CommandLine;

namespace HwToken.HostSim.Commands;

internal static class ServeCommand
{
    public static Command Create() => new("serve");
}
