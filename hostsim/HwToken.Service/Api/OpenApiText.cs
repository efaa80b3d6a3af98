using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HwToken.Service.Api;

/// <summary>What the OpenAPI document says beyond what the code tells.</summary>
internal static class OpenApiText
{
    private const string SchemeId = "apiKey";

    /// <summary>What parameters mean, wherever they stand.</summary>
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["id"] = "Credential ID as it stands on the token: 12 letters and digits for our own, 4 to 40 letters, digits and - _ . : for those of other makers. Case, dashes, spaces and invisible marks do not matter.",
        ["prefix"] = "How the credential IDs begin; empty for all.",
        ["limit"] = "At most so many.",
        ["credential"] = "Only the entries of this credential.",
        ["before"] = "Only entries before this number: `before` of the page that was read last.",
        ["activate"] = "True: the credentials are active at once. False: each is inactive until its first enrolment (`activate`).",
        ["skipForeign"] = "True: keys that cannot be used here (OCRA, passwords, IDs and time steps that are not taken) are left out and listed in `notes`. False: one of them refuses the file.",
        ["digest"] = "SHA-256 of the imported file, or of its credential IDs; 64 hexadecimal digits.",
    };

    /// <summary>What the parts of the API are about.</summary>
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["credentials"] = "Credentials (tokens) and their codes.",
        ["imports"] = "Seed files in, receipts out.",
        ["replacements"] = "A new token for an old one.",
        ["audit"] = "What was done, by whom, and what came of it.",
    };

    /// <summary>Bodies as callers write them.</summary>
    private static readonly Dictionary<Type, string> Examples = new()
    {
        [typeof(CodeRequest)] = """{"code":"755224"}""",
        [typeof(PairRequest)] = """{"code1":"755224","code2":"287082"}""",
        [typeof(ActivateRequest)] = """{"code":"755224","holder":"1000001"}""",
        [typeof(HolderRequest)] = """{"holder":"1000001","reason":"T-4711"}""",
        [typeof(ReplaceRequest)] = """{"old":"DPHT00000001","new":"DPHT00000002","code":"755224"}""",
        [typeof(CodeAnswer)] = """{"result":"rejected","error":"RMCFXLGN001028E","message":"The security code is wrong, used or expired. Try again with a new one. If that is refused too, reset the token.","cause":"code-refused","next":"Wait until the display is dark and try one new code. If that is refused too, reset the token.","triesLeft":9}""",
    };

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            Describe(operation);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "HwToken validation";
        document.Info.License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" };

        // Relative: the document is right at whichever name the service is reached.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Info.Description =
            "Security codes of OATH tokens: each is accepted at most once. A code that was decided upon is answered with 200, accepted or rejected; what could not be "
            + "decided is a problem (RFC 9457) with the same `error` codes. After 503 or no answer at all, ask the person for a new code.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SchemeId] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key made by `keys new --role relying-party|operator`. A relying party validates, tests, resynchronises and activates; an operator does everything.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeId, document)] = [] }];
        foreach (OpenApiTag tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description = Tags.GetValueOrDefault(tag.Name ?? "");
        }
    }

    private static void Describe(OpenApiOperation operation)
    {
        foreach (IOpenApiParameter parameter in operation.Parameters ?? [])
        {
            parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name ?? "");
        }

        AddHeader(operation, "401", "WWW-Authenticate", "`Bearer`; with `error=\"invalid_token\"` when a key was sent that is unknown or revoked.");
        AddHeader(operation, "429", "Retry-After", "Seconds to wait.");
        if (operation.OperationId == ImportEndpoints.ImportName)
        {
            operation.Parameters =
            [
                .. operation.Parameters ?? [],
                Header(ImportEndpoints.KeyHeader, "Pre-shared key of an encrypted file: 32, 48 or 64 hexadecimal digits."),
                Header(ImportEndpoints.PassphraseHeader, "Passphrase of a file that is encrypted under one; percent-encoded UTF-8."),
            ];
        }
    }

    private static void AddHeader(OpenApiOperation operation, string status, string name, string text)
    {
        if (operation.Responses?.GetValueOrDefault(status) is OpenApiResponse response)
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[name] = new OpenApiHeader { Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }

    private static OpenApiParameter Header(string name, string text) =>
        new() { Name = name, In = ParameterLocation.Header, Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static void Describe(OpenApiSchema schema, Type type)
    {
        schema.Description = schema.Description is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(Stream))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "binary");
        }
        else if (type == typeof(ProblemDetails))
        {
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
            schema.Properties[Problems.CodeMember] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Code of the error table, as people read it out: `49b5`, `RMCFXLGN001028E`." };
            schema.Properties[Problems.MessageMember] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What to tell the person, in the language of Accept-Language (ja or en)." };
            schema.Properties[Problems.CauseMember] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The cause as a word that stays stable: `token-locked`." };
            schema.Properties[Problems.NextMember] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What the person does next, in the same language." };
        }

        if (Examples.TryGetValue(type, out string? example))
        {
            schema.Examples = [JsonNode.Parse(example)!];
        }
    }
}
