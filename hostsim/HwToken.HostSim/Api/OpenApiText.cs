using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HwToken.HostSim.Api;

/// <summary>What the OpenAPI document says beyond what the code tells.</summary>
internal static class OpenApiText
{
    private const string SchemeId = "apiKey";

    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "HwToken validation";
        document.Info.Description = "Security codes of OATH tokens: each is accepted at most once.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SchemeId] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key made by `keys new`." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeId, document)] = [] }];
        return Task.CompletedTask;
    });
}
