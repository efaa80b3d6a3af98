using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>One of several forms, told apart by what kind of thing stands there.</summary>
internal sealed class EitherForm(params Form[] forms) : Form
{
    public override string Wanted => string.Join(", or ", forms.Select(form => form.Wanted));

    public override bool Means(NodeKind kind) => Array.Exists(forms, form => form.Means(kind));

    public override void Check(ScenarioNode node)
    {
        base.Check(node);
        Array.Find(forms, form => form.Means(node.Kind))!.Check(node);
    }

    protected override JsonObject Schema() => new() { ["anyOf"] = new JsonArray([.. forms.Select(form => (JsonNode)form.ToSchema())]) };
}
