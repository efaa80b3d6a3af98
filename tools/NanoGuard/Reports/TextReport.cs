namespace NanoGuard.Reports;

/// <summary>For people: each finding with what, where, why and what instead.</summary>
public static class TextReport
{
    /// <summary>Writes the report; nothing when there is no finding.</summary>
    public static void Write(Findings findings, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var violation in findings.Added)
        {
            output.WriteLine(violation.ToString());
            output.WriteLine();
        }
    }
}
