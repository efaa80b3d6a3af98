namespace NanoGuard.Reports;

/// <summary>For builds: one line a finding, in the form that MSBuild and editors take for an error of the compiler.</summary>
public static class MsBuildReport
{
    /// <summary>Writes the report; nothing when there is no finding.</summary>
    public static void Write(Findings findings, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var violation in findings.Added)
        {
            // The build runs where it was compiled: the pdb's path is the one that an editor can open.
            var place = violation.File is { } file ? $"{file}({violation.Line})" : violation.Assembly;
            output.WriteLine($"{place}: error {violation.Rule.Id}: {violation.Rule.Title}: {violation.Detail} in {violation.Member}; instead: {violation.Instead}");
        }
    }
}
