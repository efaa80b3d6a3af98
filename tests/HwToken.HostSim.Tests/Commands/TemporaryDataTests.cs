using System.Net.Http.Json;

namespace HwToken.HostSim.Tests.Commands;

/// <summary>What test suites start: a free port, a data folder that is gone with the run, customers who can sign in.</summary>
public sealed class TemporaryDataTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_temporary_run_leaves_nothing_behind()
    {
        using var here = new TempFolder();
        var environment = new Dictionary<string, string?> { ["TMPDIR"] = here.Path, ["TMP"] = here.Path, ["TEMP"] = here.Path };
        using OwnProgram program = HostSimProcess.Start(here.Path, environment, "sim", "--url", "http://127.0.0.1:0", "--temporary");
        Uri url = await program.ListensAsync();
        Assert.Single(Directory.GetDirectories(here.Path, "hwtoken-sim-*"));
        using var http = new HttpClient { BaseAddress = url };
        using HttpResponseMessage filled = await http.PostAsJsonAsync("sim/v1/pools", new { name = "shop", random = "HOTP" }, Cancel);
        filled.EnsureSuccessStatusCode();
        program.Terminate();
        Assert.Equal(0, (await program.EndAsync()).Status);
        Assert.Empty(Directory.GetDirectories(here.Path, "hwtoken-sim-*"));
    }

    [Theory]
    [InlineData("Give either --temporary or --data.", "sim", "--temporary", "--data", "x")]
    [InlineData("Give either --temporary or --data.", "serve", "--temporary", "--data", "x")]
    [InlineData("give --demo too", "serve", "--ready", "8")]
    [InlineData("no number from 0 to 1000", "serve", "--demo", "--ready", "1001")]
    public async Task What_does_not_go_together_is_a_usage_error(string words, params string[] arguments)
    {
        ProgramEnd end = await OwnProgram.RunAsync("HwToken.HostSim", arguments);
        Assert.Equal(2, end.Status);
        Assert.Contains(words, end.Errors, StringComparison.Ordinal);
    }
}
