using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot audit</c>: the trail.</summary>
internal static class LotAuditCommand
{
    public static Command Build(ToolContext context)
    {
        var id = new Option<string?>("--id") { Description = "Only what happened to this unit.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new ExampleCommand("audit", "Prints the lot's audit trail: when, who, what. Whether it holds, 'lot verify' tells. Needs no key.", "lot audit july", "lot audit july --id DPHT00000003 --json") { id, json };
        var access = new LotAccess(command, LotPurpose.Glance);
        command.SetAction(parsed =>
        {
            using Lot lot = access.Look(parsed, context.Clock);
            string? only = parsed.GetValue(id)?.Trim().ToUpperInvariant();
            foreach (LedgerEntry entry in lot.Ledger.Audit().Where(entry => only is null || entry.Event.Id == only))
            {
                context.Output.WriteLine(parsed.GetValue(json) ? Json(entry) : Line(entry));
            }

            return 0;
        });
        return command;
    }

    private static string Line(LedgerEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Sequence,6}  {entry.At}  {entry.Who}  {entry.Event.Id,-12}  {AuditText.Of(entry.Event)}");

    private static string Json(LedgerEntry entry) => JsonSerializer.Serialize(new
    {
        sequence = entry.Sequence,
        at = entry.At,
        who = entry.Who,
        kind = entry.Event.Kind.ToString(),
        id = entry.Event.Id.Length > 0 ? entry.Event.Id : null,
        text = AuditText.Of(entry.Event),
        clockErrorMs = entry.Event.ClockError,
        hash = Convert.ToHexString(entry.Hash),
    });
}
