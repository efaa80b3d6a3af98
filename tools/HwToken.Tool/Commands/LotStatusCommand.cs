using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot status</c>: how far a lot has come.</summary>
internal static class LotStatusCommand
{
    public static Command Build(ToolContext context)
    {
        var units = new Option<bool>("--units") { Description = "List every unit." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new ExampleCommand("status", "Shows how far a lot has come. Needs no key.", "lot status july", "lot status july --units") { units, json };
        var access = new LotAccess(command, needsKey: false);
        command.SetAction(parsed =>
        {
            using Lot lot = access.OpenWithoutKey(parsed, context.Clock);
            if (parsed.GetValue(json))
            {
                WriteJson(context.Output, lot, parsed.GetValue(units));
            }
            else
            {
                WriteText(context.Output, lot, parsed.GetValue(units));
            }

            return 0;
        });
        return command;
    }

    private static void WriteText(TextWriter output, Lot lot, bool withUnits)
    {
        LotDefinition definition = lot.Definition;
        UnitCounts counts = lot.Ledger.Counts();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Lot {definition.LotId}: {OtpWords.Of(definition.Type)} {OtpWords.Of(definition.Algorithm)}, {definition.Digits} digits, created {definition.CreatedAt:yyyy-MM-dd HH:mm:ss}Z"));
        foreach (UnitState state in Enum.GetValues<UnitState>())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {state.Word(),-10}{counts[state],8}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"total",-10}{counts.Total,8}"));
        foreach (Unit unit in withUnits ? lot.Ledger.Units() : lot.Ledger.Units(UnitState.Writing, UnitState.Written, UnitState.Scrapped))
        {
            string more = unit.Reason ?? (unit.State is UnitState.Writing or UnitState.Written ? "at " + unit.Station : unit.ClockErrorMilliseconds is { } error ? string.Create(CultureInfo.InvariantCulture, $"clock error {error} ms") : "");
            output.WriteLine($"  {unit.Id}  {unit.State.Word(),-10}{more}".TrimEnd());
        }
    }

    private static void WriteJson(TextWriter output, Lot lot, bool withUnits)
    {
        UnitCounts counts = lot.Ledger.Counts();
        var status = new Dictionary<string, object?>
        {
            ["lot"] = lot.Definition.LotId,
            ["counts"] = Enum.GetValues<UnitState>().ToDictionary(state => state.Word(), state => counts[state]),
            ["total"] = counts.Total,
        };
        if (withUnits)
        {
            status["units"] = lot.Ledger.Units().Select(unit => new { id = unit.Id, state = unit.State.Word(), reason = unit.Reason, clockErrorMs = unit.ClockErrorMilliseconds, nextCounter = unit.NextCounter });
        }

        output.WriteLine(JsonSerializer.Serialize(status));
    }
}
