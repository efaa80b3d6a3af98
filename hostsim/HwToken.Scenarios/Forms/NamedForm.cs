using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>Things under names that the story gives them.</summary>
/// <param name="thing">Each of them.</param>
/// <param name="pattern">What a name looks like, as a whole.</param>
/// <param name="wantedName">The same in words.</param>
/// <param name="most">How many at most.</param>
internal sealed class NamedForm(Form thing, string pattern, string wantedName, int most) : Form
{
    private readonly Regex _name = new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);

    public override string Wanted => "a name and what it stands for, such as 'alice: …',";

    public override bool Means(NodeKind kind) => kind == NodeKind.Map;

    public override void Check(ScenarioNode node)
    {
        base.Check(node);
        if (node.Pairs.Count == 0 || node.Pairs.Count > most)
        {
            throw node.Wrong(string.Create(CultureInfo.InvariantCulture, $"{node.Pairs.Count} stand here; 1 to {most} are read"));
        }

        foreach ((string name, ScenarioNode value) in node.Pairs)
        {
            if (!_name.IsMatch(name))
            {
                throw value.Wrong($"'{(name.Length > 60 ? name[..60] + "…" : name)}' is no name: {wantedName}");
            }

            thing.Check(value);
        }
    }

    protected override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["maxProperties"] = most,
        ["propertyNames"] = new JsonObject { ["pattern"] = $"^(?:{pattern})$" },
        ["additionalProperties"] = thing.ToSchema(),
    };
}
