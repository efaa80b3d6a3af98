using System.CommandLine;
using System.Globalization;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot extend</c>: more credentials for a lot that would end short.</summary>
internal static class LotExtendCommand
{
    public static Command Build(ToolContext context)
    {
        var count = new Option<int>("--count") { Description = "How many credentials to add.", HelpName = "N", Required = true };
        var first = new Option<long?>("--first") { Description = "First number behind the prefix. Default: the next one that no lot has used.", HelpName = "N" };
        var command = new ExampleCommand(
            "extend",
            "Adds credentials to a lot: a scrapped unit costs its ID, and the lot would end short. Refused once the lot was sealed.",
            "lot extend july --count 1")
        {
            count, first,
        };
        var access = new LotAccess(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(count) < 1)
            {
                throw new UsageException("--count takes 1 or more.");
            }

            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            CredentialIdRange added = session.Extend(parsed.GetValue(count), parsed.GetValue(first));
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Lot {lot.Definition.LotId}: {added.Count} credentials added, {added.FirstId} to {added.LastId}; {lot.Ledger.Counts().CanPass} of {lot.Wanted} can pass."));
            context.Output.WriteLine($"Next: hwtoken lot run {CommonOptions.Quoted(lot.Folder.Folder)} --port /dev/ttyUSB0{access.NextOptions(parsed)}");
            return 0;
        });
        return command;
    }
}
