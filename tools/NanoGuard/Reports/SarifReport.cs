using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NanoGuard.Reports;

/// <summary>SARIF 2.1.0 (OASIS), which code scanning and editors read. Findings of the baseline are in it as suppressed.</summary>
public static class SarifReport
{
    private const string Root = "SRCROOT";

    /// <summary>Writes the report; a run without results when there is no finding.</summary>
    public static void Write(Findings findings, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        Rule[] rules = [.. RuleSet.All.Where(rule => rule.Profile <= findings.Profile)];
        var log = new JsonObject
        {
            ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
                ["columnKind"] = "utf16CodeUnits",
                ["originalUriBaseIds"] = new JsonObject { [Root] = new JsonObject { ["description"] = Text("The root of the sources.") } },
                ["results"] = new JsonArray([.. Results(findings, rules)]),
            }),
        };
        output.WriteLine(log.ToJsonString(JsonReport.Options));
    }

    private static JsonObject Driver(Rule[] rules) => new()
    {
        ["name"] = "NanoGuard",
        ["semanticVersion"] = Findings.Version,
        ["rules"] = new JsonArray([.. rules.Select(rule => new JsonObject
        {
            ["id"] = rule.Id,
            ["shortDescription"] = Text(rule.Title),
            ["fullDescription"] = Text(rule.Fact),
            ["help"] = Text($"Instead: {rule.Instead}. Proof: {rule.Proof}."),
            ["defaultConfiguration"] = new JsonObject { ["level"] = "error" },
            ["properties"] = new JsonObject { ["profile"] = rule.Profile.ToString().ToLowerInvariant() },
        })]),
    };

    // Two of the same kind in one member are told apart by their number, so that a move of code keeps both.
    private static IEnumerable<JsonNode> Results(Findings findings, Rule[] rules)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (violation, isKnown) in findings.Known.Select(known => (known, true)).Concat(findings.Added.Select(added => (added, false))))
        {
            var kind = $"{violation.Rule.Id}\n{violation.Assembly}\n{violation.Member}\n{violation.Detail}";
            var number = seen[kind] = seen.GetValueOrDefault(kind) + 1;
            var result = new JsonObject
            {
                ["ruleId"] = violation.Rule.Id,
                ["ruleIndex"] = Array.IndexOf(rules, violation.Rule),
                ["level"] = "error",
                ["message"] = Text($"{violation.Rule.Title}: {violation.Detail}. Because {violation.Rule.Fact}. Instead {violation.Instead}."),
                ["locations"] = new JsonArray(Location(violation, findings.Sources)),
                ["partialFingerprints"] = new JsonObject { ["nanoguard/v1"] = Fingerprint($"{kind}\n{number}") },
            };
            if (isKnown)
            {
                result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["justification"] = "It is in the baseline." });
            }

            yield return result;
        }
    }

    private static JsonObject Location(Violation violation, SourcePaths sources)
    {
        var location = new JsonObject
        {
            ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = violation.Member, ["kind"] = violation.Member.Contains("::", StringComparison.Ordinal) ? "member" : "type" }),
        };
        if (violation.File is { } file)
        {
            location["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', sources.Of(file).Split('/').Select(Uri.EscapeDataString)), ["uriBaseId"] = Root },
                ["region"] = new JsonObject { ["startLine"] = violation.Line },
            };
        }

        return location;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
