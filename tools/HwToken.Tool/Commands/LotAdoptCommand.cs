using System.CommandLine;
using System.Globalization;
using HwToken.Factory.Lots;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot adopt</c>: a lot that really moved.</summary>
internal static class LotAdoptCommand
{
    public static Command Build(ToolContext context)
    {
        var fromBackup = new Option<bool>("--from-backup") { Description = "The lot came back from a backup and may be older than what the registry knows: units that were taken since are scrapped." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new ExampleCommand(
            "adopt",
            "Takes over a lot that was moved to another folder or bench, or came back from a backup. Every other copy of it is refused from then on.",
            "lot adopt /mnt/new/july",
            "lot adopt july --from-backup")
        {
            fromBackup, yes,
        };
        var access = new LotAccess(command);
        command.SetAction(parsed =>
        {
            string folder = Path.GetFullPath(access.Folder(parsed));
            if (!parsed.GetValue(yes) && !context.Confirm($"Is {folder} the only copy of this lot that will be worked with, also by other benches?"))
            {
                context.Error.WriteLine("hwtoken: nothing was changed");
                return 1;
            }

            int scrapped = LotAdoption.Adopt(access.Bench(parsed, context), folder, access.Key(parsed, context.Clock), parsed.GetValue(fromBackup));
            context.Output.WriteLine($"The lot in {folder} is the one to work with.");
            if (scrapped > 0)
            {
                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scrapped} units were taken after this copy was made and are scrapped. A token that holds one is erased when it is connected to a station."));
            }

            return 0;
        });
        return command;
    }
}
