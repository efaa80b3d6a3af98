using System.Text.Encodings.Web;
using System.Text.Json;

namespace NanoGuard.Reports;

/// <summary>For programs: one object with the findings, those of the baseline marked as known.</summary>
public static class JsonReport
{
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    public static void Write(Findings findings, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        var rows = findings.Added.Select(violation => (violation, IsKnown: false)).Concat(findings.Known.Select(violation => (violation, IsKnown: true)));
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                tool = "nanoguard",
                version = Findings.Version,
                profile = findings.Profile.ToString().ToLowerInvariant(),
                findings = rows.Select(row => new
                {
                    rule = row.violation.Rule.Id,
                    title = row.violation.Rule.Title,
                    assembly = row.violation.Assembly,
                    member = row.violation.Member,
                    detail = row.violation.Detail,
                    file = row.violation.File is { } file ? findings.Sources.Of(file) : null,
                    line = row.violation.Line,
                    ilOffset = row.violation.IlOffset,
                    because = row.violation.Rule.Fact,
                    instead = row.violation.Instead,
                    known = row.IsKnown,
                }),
            },
            Options));
    }
}
