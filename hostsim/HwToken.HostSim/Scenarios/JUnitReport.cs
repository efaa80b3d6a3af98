using System.Globalization;
using System.Xml;
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
            new XAttribute("skipped", results.Count(result => result.Skipped is not null)),
            new XAttribute("time", Seconds(results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Took))),
            results.Select(CaseOf))));

    private static XElement CaseOf(ScenarioResult result) => new(
        "testcase",
        new XAttribute("classname", Legible(result.File)),
        new XAttribute("name", Legible(result.Name)),
        new XAttribute("time", Seconds(result.Took)),
        result.Problem is null ? null : new XElement(result.IsUnreadable ? "error" : "failure", new XAttribute("message", Legible(result.Problem)), result.Bundle is null ? null : Legible($"What was seen: {result.Bundle}")),
        result.Skipped is null ? null : new XElement("skipped", new XAttribute("message", Legible(result.Skipped))));

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>XML has no place for most control characters, and a message shows what somebody has typed.</summary>
    private static string Legible(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '?'));
}
