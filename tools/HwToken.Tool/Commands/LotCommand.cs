using System.CommandLine;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot …</c></summary>
internal static class LotCommand
{
    public static Command Build(ToolContext context)
    {
        var command = new ExampleCommand("lot", "Lots: create, run the station, verify, seal, deliver.", "lot create july --prefix DPHT --count 20");
        command.Subcommands.Add(LotCreateCommand.Build(context));
        command.Subcommands.Add(LotRunCommand.Build(context));
        command.Subcommands.Add(LotStatusCommand.Build(context));
        command.Subcommands.Add(LotExtendCommand.Build(context));
        command.Subcommands.Add(LotVerifyCommand.Build(context));
        command.Subcommands.Add(LotAuditCommand.Build(context));
        command.Subcommands.Add(LotAdoptCommand.Build(context));
        command.Subcommands.Add(LotScrapCommand.Build(context));
        command.Subcommands.Add(LotConfirmCommand.Build(context));
        command.Subcommands.Add(LotSealCommand.Build(context));
        command.Subcommands.Add(LotExportCommand.Build(context));
        command.Subcommands.Add(LotReceiptCommand.Build(context));
        return command;
    }
}
