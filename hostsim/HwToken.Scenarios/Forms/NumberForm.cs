using System.Globalization;
using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>A number in bounds.</summary>
internal sealed class NumberForm(decimal least, decimal most, bool isWhole = true) : Form
{
    public override string Wanted => string.Create(CultureInfo.InvariantCulture, $"a {(isWhole ? "whole " : "")}number from {least} to {most}");

    public override bool Means(NodeKind kind) => kind is NodeKind.Whole or NodeKind.Number;

    public override void Check(ScenarioNode node)
    {
        base.Check(node);
        if (node.Number is not { } number || number < least || number > most || (isWhole && number != decimal.Truncate(number)))
        {
            throw node.Wrong($"{Wanted} is wanted here, not {node.Describe()}");
        }
    }

    protected override JsonObject Schema() => new() { ["type"] = isWhole ? "integer" : "number", ["minimum"] = least, ["maximum"] = most };
}
