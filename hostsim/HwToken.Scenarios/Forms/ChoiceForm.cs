using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>One of some words.</summary>
internal sealed class ChoiceForm(params string[] words) : Form
{
    public override string Wanted => $"one of {string.Join(", ", words)}";

    public override bool Means(NodeKind kind) => kind == NodeKind.Text;

    public override void Check(ScenarioNode node)
    {
        base.Check(node);
        if (!words.Contains(node.Text))
        {
            throw node.Wrong(NearWord.Sentence(node.Text, words));
        }
    }

    protected override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
