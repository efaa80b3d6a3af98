using System.CommandLine;
using System.Globalization;
using HwToken.Core;
using HwToken.Factory;
using HwToken.Factory.Labels;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken label</c>: labels as PDF sheets or SVG files.</summary>
internal static class LabelCommand
{
    public static Command Build(ToolContext context)
    {
        var sheet = new Option<string>("--sheet") { Description = $"Sheet: {string.Join(", ", LabelSheet.All.Select(s => s.Name))}.", HelpName = "NAME", DefaultValueFactory = _ => LabelSheet.All[0].Name };
        sheet.AcceptOnlyFromAmong([.. LabelSheet.All.Select(s => s.Name)]);
        var output = new Option<string?>("--out") { Description = "PDF file. Default: labels-SHEET.pdf in the lot's folder.", HelpName = "FILE" };
        var skip = new Option<int>("--skip") { Description = "Labels of the first sheet that are used up.", HelpName = "N" };
        var svg = new Option<bool>("--svg") { Description = "One SVG a unit in the lot's folder, no PDF." };
        var ids = new Option<string[]>("--id") { Description = "Only this unit; may be given several times. Default: every unit that passed.", HelpName = "ID" };
        var command = new ExampleCommand(
            "label",
            "Makes labels: credential ID in letters that machines read, QR code of the ID, lot, date. Units that were verified are labelled afterwards, which needs the lot's key.",
            "label july --sheet a4-24",
            "label july --svg --id DPHT00000001")
        {
            sheet, output, skip, svg, ids,
        };
        var access = new LotAccess(command);
        command.SetAction(parsed =>
        {
            using LotSession? session = access.OpenIfVerified(parsed, context);
            using Lot? looked = session is null ? access.Look(parsed, context.Clock) : null;
            Lot lot = session?.Lot ?? looked!;
            List<Unit> units = Select(lot, parsed.GetValue(ids) ?? []);
            IEnumerable<LabelText> labels = units.Select(unit => UnitLabeller.TextOf(lot, unit.Id, context.Clock));
            if (parsed.GetValue(svg))
            {
                foreach (LabelText label in labels)
                {
                    LabelPrinter.WriteSvg(lot.Folder.Label(label.Id), label);
                }

                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units.Count} labels in {lot.Folder.Labels}"));
            }
            else
            {
                LabelSheet chosen = LabelSheet.Find(parsed.GetValue(sheet)!);
                string path = parsed.GetValue(output) ?? Path.Combine(lot.Folder.Folder, $"labels-{chosen.Name}.pdf");
                int pages = LabelPrinter.WritePdf(path, chosen, labels, parsed.GetValue(skip));
                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units.Count} labels on {pages} {(pages == 1 ? "page" : "pages")}: {path}"));
            }

            foreach (Unit unit in units.Where(unit => unit.State == UnitState.Verified))
            {
                lot.Ledger.TryMove(unit.Id, UnitState.Verified, UnitState.Labelled, access.Who(parsed));
            }

            return 0;
        });
        return command;
    }

    private static List<Unit> Select(Lot lot, string[] typed)
    {
        UnitState[] passed = [UnitState.Verified, UnitState.Labelled, UnitState.Sealed];
        if (typed.Length == 0)
        {
            return [.. lot.Ledger.Units(passed)];
        }

        return [.. typed.Select(text => CredentialId.TryParse(text, out string id) && lot.Ledger.Find(id) is { } unit && passed.Contains(unit.State)
            ? unit
            : throw new FactoryException($"{text} is no unit of lot {lot.Definition.LotId} that has passed."))];
    }
}
