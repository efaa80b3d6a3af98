using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>Nothing at all: the key alone says it.</summary>
internal sealed class NothingForm : Form
{
    public override string Wanted => "nothing";

    public override bool Means(NodeKind kind) => kind == NodeKind.Nothing;

    protected override JsonObject Schema() => new() { ["type"] = "null" };
}
