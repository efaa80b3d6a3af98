using System.CommandLine;

namespace HwToken.Service.Commands;

/// <summary>The commands beside <c>serve</c>: they work on a data folder, whether a server runs on it or not. Every program that serves one has them.</summary>
public static class DataCommands
{
    /// <summary>All of them, made anew.</summary>
    public static Command[] All() =>
    [
        KeysCommand.Create(),
        DeskCommand.Create(),
        AuditCommand.Create(),
        BackupCommand.Create(),
        BackupCommand.CreateRestore(),
    ];
}
