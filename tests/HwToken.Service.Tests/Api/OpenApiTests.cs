using System.Text.Json;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>The document that describes the API.</summary>
public sealed class OpenApiTests : ApiTest
{
    [Fact]
    public async Task The_OpenAPI_document_describes_every_operation_parameter_and_field()
    {
        using ApiClient nobody = Api.Client(null);
        using JsonDocument openApi = JsonDocument.Parse(await nobody.Http.GetStringAsync("/openapi/v1.json"));
        JsonElement root = openApi.RootElement;
        Assert.Equal("bearer", root.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
        var silent = new List<string>();
        foreach (JsonProperty path in root.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty method in path.Value.EnumerateObject())
            {
                string name = $"{method.Name} {path.Name}";
                silent.AddRange(method.Value.TryGetProperty("summary", out _) ? [] : [name]);
                foreach (JsonElement parameter in method.Value.TryGetProperty("parameters", out JsonElement all) ? all.EnumerateArray() : default)
                {
                    silent.AddRange(parameter.TryGetProperty("description", out _) ? [] : [$"{name} {Text(parameter, "name")}"]);
                }

                foreach (string status in (string[])["401", "429", "503"])
                {
                    Assert.True(method.Value.GetProperty("responses").GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _), name);
                }
            }
        }

        foreach (JsonProperty schema in root.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => schema.Name is not ("ProblemDetails" or "Stream")))
        {
            foreach (JsonProperty field in schema.Value.TryGetProperty("properties", out JsonElement fields) ? fields.EnumerateObject() : default)
            {
                string text = field.Value.GetRawText();
                silent.AddRange(text.Contains("\"description\"", StringComparison.Ordinal) || text.Contains("oneOf", StringComparison.Ordinal) ? [] : [$"{schema.Name}.{field.Name}"]);
                Assert.DoesNotContain("pattern", text, StringComparison.Ordinal);
            }
        }

        Assert.Empty(silent);
        JsonElement problem = root.GetProperty("components").GetProperty("schemas").GetProperty("ProblemDetails").GetProperty("properties");
        Assert.True(problem.TryGetProperty("error", out _) && problem.TryGetProperty("message", out _));
    }
}
