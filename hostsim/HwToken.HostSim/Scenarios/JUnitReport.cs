using System.Globalization;
using System.Xml.Linq;

namespace HwToken.HostSim.Scenarios;

/// <summary>Results in the form that build servers read.</summary>
internal static class JUnitReport
{
    /// <summary>The document.</summary>
    public static XDocument Of(IReadOnlyList<ScenarioResult> results) => new(new XElement(
        "testsuites",
        new XElement(
            "testsuite",
            new XAttribute("name", "HwToken scenarios"),
            new XAttribute("tests", results.Count),
            new XAttribute("failures", results.Count(result => result is { Problem: not null, IsUnreadable: false })),
            new XAttribute("errors", results.Count(result => result.IsUnreadable)),
            new XAttribute("time", Seconds(results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Took))),
            results.Select(CaseOf))));

    private static XElement CaseOf(ScenarioResult result) => new(
        "testcase",
        new XAttribute("classname", result.File),
        new XAttribute("name", result.Name),
        new XAttribute("time", Seconds(result.Took)),
        result.Problem is null ? null : new XElement(result.IsUnreadable ? "error" : "failure", new XAttribute("message", result.Problem)));

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
