namespace NanoGuard.Reports;

/// <summary>For GitHub Actions: one workflow command a finding, which becomes a note at its line.</summary>
public static class GitHubReport
{
    /// <summary>Writes the report; nothing when there is no finding.</summary>
    public static void Write(Findings findings, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var violation in findings.Added)
        {
            var place = violation.File is { } file ? $"file={Property(findings.Sources.Of(file))},line={violation.Line}," : string.Empty;
            var text = $"{violation.Detail} in {violation.Member}\nbecause {violation.Rule.Fact}\ninstead {violation.Instead}";
            output.WriteLine($"::error {place}title={Property($"{violation.Rule.Id} {violation.Rule.Title}")}::{Data(text)}");
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
