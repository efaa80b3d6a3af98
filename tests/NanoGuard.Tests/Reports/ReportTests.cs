using System.Text.Json;
using NanoGuard.Reports;

namespace NanoGuard.Tests.Reports;

/// <summary>The forms of a report, each read back as its readers do.</summary>
public class ReportTests
{
    private const string Source = "class C\n{\n  int F(int a, int b) => checked(a + b);\n  int G(int a, int b)\n  { int c = checked(a + b);\n    return c + checked(b + a); }\n}";

    [Fact]
    public void Text_holds_each_finding_whole()
    {
        var findings = Found();
        Assert.Equal(string.Concat(findings.Added.Select(violation => violation + "\n\n")), Written(ReportFormat.Text, findings));
    }

    [Fact]
    public void Json_holds_every_finding_and_marks_the_known_ones()
    {
        var root = JsonDocument.Parse(Written(ReportFormat.Json, Found())).RootElement;
        Assert.Equal(("nanoguard", "platform"), (root.GetProperty("tool").GetString(), root.GetProperty("profile").GetString()));
        var rows = root.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal([false, false, true], rows.Select(row => row.GetProperty("known").GetBoolean()));
        Assert.Equal(
            ("NG09", "Firmware", "C::F(System.Int32, System.Int32)", "add.ovf", "Firmware.cs", 3),
            (Text(rows[2], "rule"), Text(rows[2], "assembly"), Text(rows[2], "member"), Text(rows[2], "detail"), Text(rows[2], "file"), rows[2].GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Sarif_names_version_tool_rules_and_for_each_result_rule_message_place_and_a_fingerprint_of_its_own()
    {
        var root = JsonDocument.Parse(Written(ReportFormat.Sarif, Found())).RootElement;
        Assert.Equal("2.1.0", Text(root, "version"));
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("NanoGuard", Text(driver, "name"));
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => Text(rule, "id")).ToList();
        Assert.Equal(RuleSet.All.Where(rule => rule.Profile == GuardProfile.Platform).Select(rule => rule.Id), rules);

        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(3, results.Count);
        Assert.All(results, result =>
        {
            Assert.Equal(Text(result, "ruleId"), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.NotEmpty(Text(result.GetProperty("message"), "text")!);
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.Equal(("Firmware.cs", "SRCROOT"), (Text(place.GetProperty("artifactLocation"), "uri"), Text(place.GetProperty("artifactLocation"), "uriBaseId")));
            Assert.InRange(place.GetProperty("region").GetProperty("startLine").GetInt32(), 3, 6);
        });
        Assert.Equal(3, results.Select(result => Text(result.GetProperty("partialFingerprints"), "nanoguard/v1")).Distinct().Count());
        Assert.Equal([true, false, false], results.Select(result => result.TryGetProperty("suppressions", out _)));
    }

    [Fact]
    public void Sarif_without_a_finding_has_an_empty_list_of_results_and_not_none()
    {
        var root = JsonDocument.Parse(Written(ReportFormat.Sarif, Found() with { Added = [], Known = [] })).RootElement;
        Assert.Equal(0, root.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void MsBuild_has_one_line_a_finding_in_the_compilers_form() => Assert.All(
        Written(ReportFormat.MsBuild, Found()).TrimEnd().Split('\n'),
        line => Assert.Matches(@"^.*Firmware\.cs\([56]\): error NG09: checked arithmetic: add\.ovf in C::G\(.*\); instead: ", line));

    [Fact]
    public void GitHub_has_one_command_a_finding_with_its_marks_escaped() => Assert.All(
        Written(ReportFormat.GitHub, Found()).TrimEnd().Split('\n'),
        line => Assert.Matches(@"^::error file=Firmware\.cs,line=[56],title=NG09 checked arithmetic::add\.ovf in C::G\(.*\)%0Abecause .*%0Ainstead ", line));

    [Fact]
    public void A_finding_without_a_pdb_names_its_member_in_every_form()
    {
        using var planted = new Planted(Source, pdb: false);
        var findings = Found() with { Added = Guard.Check(planted.Paths, SmallList.Api) };
        Assert.All(Enum.GetValues<ReportFormat>(), format => Assert.Contains("C::F(System.Int32, System.Int32)", Written(format, findings), StringComparison.Ordinal));
        Assert.StartsWith("Firmware: error NG09", Written(ReportFormat.MsBuild, findings), StringComparison.Ordinal);
    }

    private static Findings Found()
    {
        using var planted = new Planted(Source);
        var found = Guard.Check(planted.Paths, SmallList.Api);
        return new Findings([.. found.Skip(1)], [found[0]], GuardProfile.Platform, new SourcePaths(planted.Folder));
    }

    private static string Written(ReportFormat format, Findings findings)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Report.Write(format, findings, text);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
