using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HwToken.TokenPage.Endpoints;

/// <summary>What the OpenAPI document says beyond the routes and shapes.</summary>
internal static class SimText
{
    /// <summary>Name of the document; the validation server's own is another.</summary>
    public const string Document = "sim";

    /// <summary>Sets the document up.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.GroupName == Document;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "HwToken simulator",
                Version = "v1",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
                Description = "Virtual tokens for test suites, on this computer only. Their secrets are test secrets. Refusals are problem documents (RFC 9457) with a `code` that stays stable; "
                    + "one that is worth trying again has a Retry-After header.",
            };
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            if (operation.Responses?.GetValueOrDefault("503") is OpenApiResponse response)
            {
                response.Headers ??= new Dictionary<string, IOpenApiHeader>();
                response.Headers["Retry-After"] = new OpenApiHeader { Description = "Seconds until it is worth asking again.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } };
            }

            return Task.CompletedTask;
        });
    }
}
