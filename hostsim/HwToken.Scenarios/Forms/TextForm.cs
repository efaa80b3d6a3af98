using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>A text.</summary>
/// <param name="wanted">What is wanted.</param>
/// <param name="pattern">Regular expression that it fits as a whole, in what .NET and ECMA-262 share; null: any text.</param>
internal sealed class TextForm(string wanted, string? pattern = null) : Form
{
    private readonly Regex? _fits = pattern is null ? null : new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);

    public override string Wanted => wanted;

    public override bool Means(NodeKind kind) => kind == NodeKind.Text;

    public override void Check(ScenarioNode node)
    {
        if (node.Kind is NodeKind.Whole or NodeKind.Number or NodeKind.Flag && (_fits?.IsMatch(node.Text) ?? true))
        {
            throw node.Wrong($"{node.Describe()} is a {(node.Kind == NodeKind.Flag ? "truth value" : "number")} here: write it in quotes, \"{node.Text}\"");
        }

        base.Check(node);
        if (_fits?.IsMatch(node.Text) == false)
        {
            throw node.Wrong($"{Wanted} is wanted here, not {node.Describe()}");
        }
    }

    protected override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (pattern is not null)
        {
            schema["pattern"] = $"^(?:{pattern})$";
        }

        return schema;
    }
}
