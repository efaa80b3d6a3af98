using System.Text.Json;
using System.Text.Json.Nodes;
using HwToken.Scenarios.Forms;
using HwToken.Scenarios.Reading;
using Json.Schema;

namespace HwToken.Scenarios.Tests;

/// <summary>What an editor says about a file: the schema as it lies in the repository, read by another's library.</summary>
internal static class SecondOpinion
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(Project.Read("docs", "scenario.schema.json"));

    /// <summary>The schema lets a file's text through.</summary>
    public static bool Holds(string text)
    {
        try
        {
            return Schema.Evaluate(JsonSerializer.SerializeToElement(ToJson(YamlTree.Read("story.yaml", text)))).IsValid;
        }
        catch (ScenarioException)
        {
            // No tree at all: an empty file.
            return Schema.Evaluate(JsonSerializer.SerializeToElement<object?>(null)).IsValid;
        }
    }

    private static JsonNode? ToJson(ScenarioNode node) => node.Kind switch
    {
        NodeKind.Map => new JsonObject(node.Pairs.Select(pair => KeyValuePair.Create(pair.Key, ToJson(pair.Value)))),
        NodeKind.List => new JsonArray([.. node.Items.Select(ToJson)]),
        NodeKind.Flag => JsonValue.Create(node.IsTrue),
        NodeKind.Nothing => null,
        NodeKind.Whole or NodeKind.Number => node.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(1e300),
        _ => JsonValue.Create(node.Text),
    };
}
