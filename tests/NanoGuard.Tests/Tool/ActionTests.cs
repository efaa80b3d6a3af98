using System.Text.RegularExpressions;

namespace NanoGuard.Tests.Tool;

/// <summary>action/run.sh, the work of the GitHub action.</summary>
public partial class ActionTests
{
    private const string Faulty = "class App { static int Main() => F(1, 2); static int F(int a, int b) => checked(a + b); }";

    [Fact]
    public void Findings_become_notes_a_report_an_output_and_a_line_in_the_summary()
    {
        using var planted = CommandLineTests.Device(Faulty);
        string At(string name) => Path.Combine(planted.Folder, name);
        var answer = Run(("INPUT_ASSEMBLIES", $"\n  {At("A*.dll")}\n"), ("INPUT_REFERENCES", Planted.CoreLibrary), ("INPUT_SARIF", At("report.sarif")), ("GITHUB_OUTPUT", At("output")), ("GITHUB_STEP_SUMMARY", At("summary")));
        Assert.True(answer.Exit == 1, answer.Output + answer.Errors);
        Assert.StartsWith("::error file=App.cs,line=1,title=NG09", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\"version\": \"2.1.0\"", File.ReadAllText(At("report.sarif")), StringComparison.Ordinal);
        Assert.Equal("findings=1\n", File.ReadAllText(At("output")));
        Assert.Equal("NanoGuard: nanoguard: 1 finding (platform profile, 1 assembly)\n", File.ReadAllText(At("summary")));
    }

    [Fact]
    public void Clean_firmware_in_a_folder_with_a_blank_ends_with_0()
    {
        using var planted = CommandLineTests.Device("class App { static int Main() => 1; }");
        var folder = Directory.CreateDirectory(Path.Combine(planted.Folder, "my app")).FullName;
        File.Copy(planted.PathOf("App"), Path.Combine(folder, "App.dll"));
        Assert.Equal(0, Run(("INPUT_ASSEMBLIES", Path.Combine(folder, "*.dll")), ("INPUT_REFERENCES", Planted.CoreLibrary)).Exit);
    }

    [Theory]
    [InlineData("nowhere/*.dll", "no file matches nowhere/*.dll")]
    [InlineData("", "nothing was checked")]
    public void A_pattern_that_matches_nothing_is_no_clean_firmware(string assemblies, string says)
    {
        var answer = Run(("INPUT_ASSEMBLIES", assemblies));
        Assert.Equal(2, answer.Exit);
        Assert.Contains(says, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_input_of_the_action_is_one_that_its_script_reads()
    {
        var action = Project.Read("tools", "NanoGuard", "action", "action.yml");
        var inputs = Inputs().Match(action).Groups[1].Value.Split('\n').Select(line => Name().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["assemblies", "references", "profile", "baseline", "sarif"], inputs);
        Assert.All(inputs, name => Assert.Contains($"INPUT_{name.ToUpperInvariant()}: ${{{{ inputs.{name} }}}}", action, StringComparison.Ordinal));
        Assert.All(inputs, name => Assert.Contains($"INPUT_{name.ToUpperInvariant()}", Project.Read("tools", "NanoGuard", "action", "run.sh"), StringComparison.Ordinal));
    }

    private static PeerAnswer Run(params (string Name, string Value)[] settings)
    {
        string[] environment = [.. settings.Append(("NANOGUARD", $"dotnet {Path.Combine(AppContext.BaseDirectory, "NanoGuard.Tool.dll")}")).Select(setting => $"{setting.Item1}={setting.Item2}")];
        return Peer.Run("env", ["-u", "GITHUB_OUTPUT", "-u", "GITHUB_STEP_SUMMARY", .. environment, "bash", Path.Combine(Project.Folder, "tools", "NanoGuard", "action", "run.sh")]);
    }

    [GeneratedRegex(@"\ninputs:\n(.*?)\noutputs:", RegexOptions.Singleline)]
    private static partial Regex Inputs();

    [GeneratedRegex(@"^  (\w+):$")]
    private static partial Regex Name();
}
