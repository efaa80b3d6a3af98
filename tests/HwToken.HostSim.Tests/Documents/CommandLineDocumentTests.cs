using System.Text.RegularExpressions;

namespace HwToken.HostSim.Tests.Documents;

/// <summary>The command lines that docs/ shows, run as they stand.</summary>
public sealed partial class CommandLineDocumentTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_lines_about_scenarios_play_a_story_and_play_again_what_did_not_hold()
    {
        string[] lines = Lines("scenarios.md");
        Assert.Equal(3, lines.Length);
        Directory.CreateDirectory(folder["scenarios", "token"]);
        string story = Project.Read("scenarios", "token", "press-counter.yaml");
        await File.WriteAllTextAsync(folder["scenarios", "token", "press-counter.yaml"], story.Replace("\"755224\"", "\"000000\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        ProgramEnd run = await RunAsync(lines[0]);
        Assert.Equal(1, run.Status);
        string shown = Project.Read("docs", "scenarios.md");
        Assert.All(run.Output.Split('\n').Skip(1).Take(3), line => Assert.Contains(line, shown, StringComparison.Ordinal));
        Assert.True(File.Exists(folder["results.xml"]));
        Assert.Equal(0, (await RunAsync(lines[1])).Status);
        File.Move(folder["scenarios", "token", "press-counter.yaml"], folder["scenarios", "line"]);
        Assert.Contains("/dev/ttyUSB0", (await RunAsync(lines[2])).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_about_assistants_serve_until_their_input_ends()
    {
        string[] lines = Lines("mcp.md");
        Assert.Equal(2, lines.Length);
        foreach (string line in lines)
        {
            Assert.Equal((0, ""), await RunAsync(line) is var end ? (end.Status, end.Errors) : default);
        }
    }

    private Task<ProgramEnd> RunAsync(string line) => OwnProgram.RunAsync(new ProgramStart("HwToken.HostSim", line.Split(' ').Select(word => word.Trim('\''))) { Directory = folder.Path });

    private static string[] Lines(string document) => [.. Line().Matches(Project.Read("docs", document)).Select(match => match.Groups[1].Value.Trim())];

    [GeneratedRegex(@"^dotnet run --project hostsim/HwToken\.HostSim -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
