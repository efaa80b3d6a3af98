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
        var access = new LotAccess(command, LotPurpose.Glance);
        command.SetAction(parsed =>
        {
            using Lot lot = access.Look(parsed, context.Clock);
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
        UnitState[] shown = withUnits ? [] : [UnitState.Writing, UnitState.Written, UnitState.Scrapped];
        foreach (Unit unit in lot.Ledger.Units(shown))
        {
            string more = unit.Reason ?? (unit.State is UnitState.Writing or UnitState.Written ? "at " + unit.Station : ClockText(lot, unit.Id));
            output.WriteLine($"  {unit.Id}  {unit.State.Word(),-10}{more}".TrimEnd());
        }

        foreach (string id in lot.WrongClocks())
        {
            output.WriteLine($"  {id}  its clock is wrong or in doubt; it cannot be sealed. Connect it: hwtoken device set-time --port PORT --lot {lot.Folder.Folder}");
        }

        if (LotAdvice.OnShortage(lot) is { } advice)
        {
            output.WriteLine(advice);
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
            ["wanted"] = lot.Wanted,
            ["short"] = lot.Shortage,
            ["wrongClocks"] = lot.WrongClocks(),
        };
        if (withUnits)
        {
            status["units"] = lot.Ledger.Units().Select(unit => new { id = unit.Id, state = unit.State.Word(), reason = unit.Reason, clockErrorMs = unit.ClockErrorMilliseconds, clock = ClockJson(lot, unit.Id), nextCounter = unit.NextCounter });
        }

        output.WriteLine(JsonSerializer.Serialize(status));
    }

    private static string ClockText(Lot lot, string id)
    {
        if (lot.Ledger.ClockMeasurements(id) is not [.., var last])
        {
            return "";
        }

        return lot.Ledger.ClockRate(id) is { } rate ? $"clock error {last}, {rate}" : $"clock error {last}";
    }

    /// <summary>The last measurement; a rate only when it is larger than its uncertainty.</summary>
    private static object? ClockJson(Lot lot, string id)
    {
        if (lot.Ledger.ClockMeasurements(id) is not [.., var last])
        {
            return null;
        }

        ClockRate? rate = lot.Ledger.ClockRate(id) is { IsResolved: true } resolved ? resolved : null;
        return new
        {
            at = last.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            errorMs = Math.Round(last.ErrorMilliseconds, 1),
            uncertaintyMs = Math.Round(last.UncertaintyMilliseconds, 1),
            ratePpm = rate is null ? (double?)null : Math.Round(rate.Ppm, 3),
            rateUncertaintyPpm = rate is null ? (double?)null : Math.Round(rate.UncertaintyPpm, 3),
        };
    }
}
