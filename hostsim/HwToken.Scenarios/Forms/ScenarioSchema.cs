using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HwToken.Scenarios.Forms;

/// <summary>The form of scenarios for editors: JSON schema, draft 2020-12.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text, as <c>docs/scenario.schema.json</c> holds it.</summary>
    public static string Write()
    {
        JsonObject schema = StoryForm.Root.ToSchema();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "HwToken scenario");
        return schema.ToJsonString(Readable) + "\n";
    }
}
