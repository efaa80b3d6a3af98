using System.CommandLine;
using HwToken.Core;
using HwToken.Factory;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot scrap</c>: gives units up, with a reason.</summary>
internal static class LotScrapCommand
{
    /// <summary>Seed files list the reasons, and take no longer ones.</summary>
    private const int MostReason = 120;

    public static Command Build(ToolContext context)
    {
        var ids = new Option<string[]>("--id") { Description = "Credential ID; may be given several times.", HelpName = "ID", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, in a few words.", HelpName = "TEXT", Required = true };
        var command = new ExampleCommand("scrap", "Gives units up, with a reason. Final. A token that holds one is erased when it is connected to a station.", "lot scrap july --id DPHT00000007 --reason \"case broken\"") { ids, reason };
        var access = new LotAccess(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(reason) is var why && (why.Trim().Length is 0 or > MostReason || why.Any(char.IsControl)))
            {
                throw new UsageException($"--reason takes a few words on one line, {MostReason} characters at most.");
            }

            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            foreach (string id in parsed.GetRequiredValue(ids).Select(typed => Find(lot, typed)).Distinct().ToList())
            {
                lot.Ledger.TryScrap(id, parsed.GetRequiredValue(reason), access.Who(parsed));
                context.Output.WriteLine($"{id} scrapped");
            }

            if (LotAdvice.OnShortage(lot) is { } advice)
            {
                context.Output.WriteLine(advice);
            }

            return 0;
        });
        return command;
    }

    /// <summary>All are looked at before the first is given up: a slip in the last one changes nothing.</summary>
    private static string Find(Lot lot, string typed)
    {
        if (!CredentialId.TryParse(typed, out string id) || lot.Ledger.Find(id) is not { } unit)
        {
            throw new FactoryException($"{typed} is no unit of lot {lot.Definition.LotId}.");
        }

        return unit.State != UnitState.Sealed ? id : throw new FactoryException($"{id} stands in a sealed seed file. Have the validation service revoke it.");
    }
}
