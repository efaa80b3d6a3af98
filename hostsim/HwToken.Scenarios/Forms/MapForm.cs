using System.Text.Json.Nodes;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Forms;

/// <summary>Known keys.</summary>
/// <param name="fields">The keys, in the order in which they are named to people.</param>
internal sealed class MapForm(params Field[] fields) : Form
{
    /// <summary>The keys of which at least one stands there; empty: none need.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>Exactly one key stands there: a step.</summary>
    public bool IsSingle { get; init; }

    public override string Wanted => IsSingle ? $"one of {string.Join(", ", fields.Select(known => known.Name))}" : $"pairs such as '{fields[0].Name}: …'";

    public override bool Means(NodeKind kind) => kind == NodeKind.Map;

    public override void Check(ScenarioNode node)
    {
        base.Check(node);
        foreach ((string key, ScenarioNode value) in node.Pairs)
        {
            Field field = Array.Find(fields, known => known.Name == key) ?? throw value.Wrong(NearWord.Sentence(key, [.. fields.Select(known => known.Name)]));
            field.Form.Check(value);
        }

        if (Array.Find(fields, field => field.IsNeeded && node[field.Name] is null) is { } missing)
        {
            throw node.Wrong($"'{missing.Name}' is missing here");
        }

        if (OneOf.Count > 0 && OneOf.All(key => node[key] is null))
        {
            throw node.Wrong($"one of {string.Join(", ", OneOf)} is missing here");
        }

        if (IsSingle && node.Pairs.Count != 1)
        {
            throw node.Wrong(node.Pairs.Count == 0 ? $"{Wanted} is wanted here" : $"a step is one thing, and here stand {node.Pairs.Count}: begin each with '- '");
        }
    }

    protected override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        var properties = new JsonObject();
        foreach (Field field in fields)
        {
            properties[field.Name] = field.Form.ToSchema();
        }

        schema["properties"] = properties;
        if (fields.Any(field => field.IsNeeded))
        {
            schema["required"] = new JsonArray([.. fields.Where(field => field.IsNeeded).Select(field => (JsonNode)field.Name)]);
        }

        if (OneOf.Count > 0)
        {
            schema["anyOf"] = new JsonArray([.. OneOf.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(key) })]);
        }

        if (IsSingle)
        {
            schema["minProperties"] = 1;
            schema["maxProperties"] = 1;
        }

        return schema;
    }
}
