using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Tests;
using HwToken.TestKit.Bench;

namespace HwToken.Tool.Tests;

/// <summary>Ctrl-C in front of the station, at any moment.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-interrupt-").FullName;
    private readonly List<BenchToken> _tokens = [];

    private string LotPath => Path.Combine(_folder, "I1");

    private string Home => Path.Combine(_folder, "home");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ctrl_C_once_ends_the_station_after_the_token_at_hand()
    {
        await CreateAsync();
        foreach (int line in new[] { 1, 3, 6, 9, 12 })
        {
            using Jig jig = NewJig(line);
            (int code, string output, string error) = await RunAsync(jig, line, times: 1);
            Assert.True(code == 0, $"line {line}: {output}{error}");
            Assert.Contains("Stopped on request", output, StringComparison.Ordinal);
            using Lot lot = Open();
            UnitCounts counts = lot.Ledger.Counts();
            Assert.Equal(0, counts[UnitState.Writing] + counts[UnitState.Written]);
            Invariants.Hold(lot, _tokens, isAllFinished: true);
        }

        using Lot ended = Open();
        Assert.True(ended.Ledger.Counts().Passed >= 4, "the token at hand must have been finished");
    }

    [Fact]
    public async Task Ctrl_C_twice_ends_it_at_once_and_the_next_run_brings_everything_to_an_end()
    {
        await CreateAsync();
        foreach (int line in new[] { 2, 5, 8, 11, 13 })
        {
            using Jig jig = NewJig(line);
            await RunAsync(jig, line, times: 2);
            using (Lot lot = Open())
            {
                Invariants.Hold(lot, _tokens, isAllFinished: false);
            }

            (int code, string output, string error) = await ToolProcess.RunAsync("lot", "run", LotPath, "--home", Home, "--once", "--port", jig.Port);
            Assert.True(code == 0, $"line {line}: {output}{error}");
            using Lot finished = Open();
            Invariants.Hold(finished, _tokens, isAllFinished: true);
            Assert.Equal(0, finished.Ledger.Counts()[UnitState.Writing]);
        }

        Assert.Equal(0, (await ToolProcess.RunAsync("lot", "verify", LotPath, "--home", Home)).Status);
    }

    /// <summary>Runs the station and presses Ctrl-C when so many lines have gone to the token.</summary>
    private async Task<ProgramEnd> RunAsync(Jig jig, int line, int times)
    {
        int lines = 0;
        jig.OnLine = (_, _) =>
        {
            Interlocked.Increment(ref lines);
            return false;
        };
        using OwnProgram station = ToolProcess.Start("lot", "run", LotPath, "--home", Home, "--port", jig.Port);
        for (int wait = 0; Volatile.Read(ref lines) < line && wait < 30_000; wait++)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        for (int i = 0; i < times; i++)
        {
            station.Interrupt();
        }

        Assert.True(await station.HasEndedAsync(TimeSpan.FromSeconds(60)), $"it did not end: {station}");
        jig.OnLine = null;
        return await station.EndAsync();
    }

    private Jig NewJig(int seed)
    {
        var jig = new Jig(seed);
        var token = new BenchToken(hasClock: false);
        _tokens.Add(token);
        jig.Insert(token);
        return jig;
    }

    private async Task CreateAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGINT cannot be sent to another process there.");
        IdRegistry.Create(new FactoryHome(Home).RegistryPath);
        (int code, _, string error) = await ToolProcess.RunAsync("lot", "create", LotPath, "--prefix", "DPHT", "--count", "40", "--type", "hotp", "--home", Home);
        Assert.True(code == 0, error);
    }

    private Lot Open() => Lot.Open(LotPath, LotKeySource.FromFiles(new FactoryHome(Home).KeyPath("I1")), TimeProvider.System);
}
