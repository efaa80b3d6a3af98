namespace NanoGuard.Reports;

/// <summary>Forms that findings can be written in.</summary>
public enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>One line an error, as MSBuild reads it.</summary>
    MsBuild,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub,
}
