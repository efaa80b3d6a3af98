using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;
using HwToken.HostSim.Tests.Commands;

namespace HwToken.HostSim.Tests.Scenarios;

/// <summary><c>run</c> and <c>replay</c> in processes of their own.</summary>
public sealed class RunCommandTests : IDisposable
{
    private const string Good = "name: Good\ntokens: { alice: { type: HOTP } }\nsteps:\n  - press: alice\n  - expect: { code: \"755224\" }\n";
    private const string Bad = "name: Bad\ntokens: { alice: { type: HOTP } }\nsteps:\n  - press: alice\n  - expect: { code: \"000000\" }\n";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_report_names_every_story_and_a_bundle_gives_the_same_bytes_in_another_folder()
    {
        folder.Write("a.yaml", Good);
        folder.Write("b.yaml", Bad);
        ProgramEnd run = await In(folder.Path, "run", "*.yaml", "--junit", "out.xml");
        Assert.Equal(1, run.Status);
        Assert.Contains("b.yaml:5: wanted code 000000, seen: the display is 755224, the token alice is asleep.", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 held, 1 failed", run.Output, StringComparison.Ordinal);
        XElement suite = XDocument.Load(folder["out.xml"]).Root!.Element("testsuite")!;
        Assert.Equal(("2", "1", "0"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.Contains("b.yaml:5: ", suite.Descendants("failure").Single().Attribute("message")!.Value, StringComparison.Ordinal);

        using var elsewhere = new TempFolder();
        Directory.Move(folder["scenario-failures", "b"], elsewhere["moved"]);
        ProgramEnd replay = await In(elsewhere.Path, "replay", "moved", "--out", "again");
        Assert.Equal((0, ""), (replay.Status, replay.Errors));
        Assert.StartsWith("The same bytes: ", replay.Output, StringComparison.Ordinal);
        string[] files = [.. Files(elsewhere["moved"])];
        Assert.Equal(files, Files(elsewhere["again"]));
        Assert.Contains("frames/0001-alice.png", files);
        Assert.Contains("lines/alice.vcd", files);
        Assert.Contains("flash/alice/state-a", files);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(elsewhere["moved", file]), File.ReadAllBytes(elsewhere["again", file])));

        await File.AppendAllTextAsync(elsewhere["moved", "timeline.jsonl"], "{}\n", TestContext.Current.CancellationToken);
        replay = await In(elsewhere.Path, "replay", "moved");
        Assert.Equal((1, "Other bytes in: timeline.jsonl"), (replay.Status, replay.Output.Trim()));
    }

    [Theory]
    [InlineData(2, "No file is there for none.yaml", "run", "none.yaml")]
    [InlineData(2, "Name YAML files", "run")]
    [InlineData(2, "is no number from 1 to 64", "run", "a.yaml", "--at-once", "0")]
    [InlineData(2, "is no address", "run", "a.yaml", "--service", "bank")]
    [InlineData(1, "The results cannot be written", "run", "a.yaml", "--junit", "no/where.xml")]
    [InlineData(2, "is no port", "run", "a.yaml", "--port", "tcp:nowhere")]
    [InlineData(1, "Nobody listens", "run", "a.yaml", "--port", "tcp:127.0.0.1:1")]
    [InlineData(2, "is no bundle", "replay", "nowhere")]
    public async Task What_is_off_about_the_command_line_is_told(int status, string words, params string[] arguments)
    {
        folder.Write("a.yaml", Good);
        ProgramEnd end = await In(folder.Path, arguments);
        Assert.Equal(status, end.Status);
        Assert.Contains(words, end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_scenario_is_an_error_of_its_own_and_the_others_are_played()
    {
        folder.Write("a.yaml", Good);
        folder.Write("c.yaml", "nonsense\n");
        ProgramEnd end = await In(folder.Path, "run", "a.yaml", "c.yaml", "--junit", "out.xml");
        Assert.Equal(2, end.Status);
        Assert.Contains("c.yaml:1: ", end.Output, StringComparison.Ordinal);
        Assert.Contains("ok      Good", end.Output, StringComparison.Ordinal);
        Assert.Equal("1", XDocument.Load(folder["out.xml"]).Root!.Element("testsuite")!.Attribute("errors")!.Value);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_story_whose_service_never_answers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent on Unix alone.");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        folder.Write("a.yaml", $"name: Long\nservice: http://{silent.LocalEndpoint}\ntokens: {{ alice: blank }}\nsteps:\n  - open: /login\n");
        using OwnProgram program = HostSimProcess.Start(folder.Path, new Dictionary<string, string?>(), "run", "a.yaml");
        Assert.Equal("Playing 1, 1 at once.", await program.ReadLineAsync());

        // By the time that it asks, it listens to signals.
        using TcpClient asked = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        program.Interrupt();
        ProgramEnd end = await program.EndAsync();
        Assert.Equal(130, end.Status);
        Assert.Contains("1 not played to the end", end.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal);

    private static Task<ProgramEnd> In(string directory, params string[] arguments) =>
        OwnProgram.RunAsync(new ProgramStart("HwToken.HostSim", arguments) { Directory = directory });
}
