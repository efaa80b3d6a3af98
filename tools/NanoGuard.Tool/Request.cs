using NanoGuard.Api;
using NanoGuard.Reports;

namespace NanoGuard.Tool;

/// <summary>What the command line asks for.</summary>
internal sealed record Request
{
    public required IReadOnlyList<string> Assemblies { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>The lists as one; null when there is none.</summary>
    public ApiList? List => Lists.Count == 0 ? null : ApiList.Parse(string.Join('\n', Lists.Select(File.ReadAllText)), string.Join(", ", Lists.Select(Path.GetFileName)));

    /// <summary>An assembly that knows the parameters' names; null: none.</summary>
    public string? Names { get; init; }

    public bool IgnoreMissing { get; init; }

    public GuardProfile Profile { get; init; }

    public required IReadOnlyList<Rule> Without { get; init; }

    public ReportFormat Format { get; init; }

    public string? Output { get; init; }

    public string? Baseline { get; init; }

    public string? WriteBaseline { get; init; }

    public required string Root { get; init; }
}
