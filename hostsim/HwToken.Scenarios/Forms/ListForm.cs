using System.Globalization;
using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>A list.</summary>
/// <param name="item">Each of its items.</param>
/// <param name="most">How many at most.</param>
internal sealed class ListForm(Form item, int most) : Form
{
    public override string Wanted => "a list";

    public override bool Means(NodeKind kind) => kind == NodeKind.List;

    public override void Check(ScenarioNode node)
    {
        base.Check(node);
        if (node.Items.Count == 0 || node.Items.Count > most)
        {
            throw node.Wrong(string.Create(CultureInfo.InvariantCulture, $"the list has {node.Items.Count} items; 1 to {most} are read"));
        }

        foreach (ScenarioNode each in node.Items)
        {
            item.Check(each);
        }
    }

    protected override JsonObject Schema() => new() { ["type"] = "array", ["items"] = item.ToSchema(), ["minItems"] = 1, ["maxItems"] = most };
}
