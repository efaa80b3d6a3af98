namespace NanoGuard.Reports;

/// <summary>Writes findings in any of the forms.</summary>
public static class Report
{
    /// <summary>Writes the report.</summary>
    /// <param name="format">The form.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(ReportFormat format, Findings findings, TextWriter output)
    {
        Action<Findings, TextWriter> write = format switch
        {
            ReportFormat.Text => TextReport.Write,
            ReportFormat.Json => JsonReport.Write,
            ReportFormat.Sarif => SarifReport.Write,
            ReportFormat.MsBuild => MsBuildReport.Write,
            ReportFormat.GitHub => GitHubReport.Write,
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        write(findings, output);
    }
}
