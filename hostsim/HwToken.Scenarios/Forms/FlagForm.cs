using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>True or false.</summary>
internal sealed class FlagForm : Form
{
    public override string Wanted => "true or false";

    public override bool Means(NodeKind kind) => kind == NodeKind.Flag;

    protected override JsonObject Schema() => new() { ["type"] = "boolean" };
}
