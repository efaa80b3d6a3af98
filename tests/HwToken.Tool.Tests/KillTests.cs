using System.Diagnostics;
using System.Globalization;
using System.Text;
using HwToken.Core.Records;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Tests;
using HwToken.TestKit.Bench;

namespace HwToken.Tool.Tests;

/// <summary>
/// <c>lot run</c>, killed with SIGKILL at random moments and started again, while tokens come and go. What the tokens really hold
/// is compared with the ledger after every kill.
/// </summary>
public sealed class KillTests
{
    private const int Kills = 100;
    private const int Ports = 4;
    private const int Units = 3000;
    private const int Seed = 20261120;
    private const int MostRuns = 5;

    [Fact]
    public async Task A_station_killed_at_100_random_moments_loses_nothing_and_doubles_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("hwtoken-kill-").FullName;
        string home = Path.Combine(folder, "home");
        string lotPath = Path.Combine(folder, "K1");
        var bench = new KillBench(Seed, Ports);
        var watch = Stopwatch.StartNew();
        try
        {
            IdRegistry.Create(new FactoryHome(home).RegistryPath);
            (int code, _, string error) = await ToolProcess.RunAsync("lot", "create", lotPath, "--prefix", "DPHT", "--count", Units.ToString(CultureInfo.InvariantCulture), "--type", "hotp", "--home", home);
            Assert.True(code == 0, error);
            string[] run = ["lot", "run", lotPath, "--home", home, .. bench.Jigs.SelectMany(jig => new[] { "--port", jig.Port })];
            var random = new Random(Seed);
            var states = new Dictionary<string, int>();
            var output = new StringBuilder();
            for (int kill = 0; kill < Kills; kill++)
            {
                int before = bench.Lines;
                using OwnProgram station = ToolProcess.Start(run);

                // Half of the kills fall into the start, which recovers; the others into the work, counted in lines on the wire.
                int lines = random.Next(1, 120);
                var patience = Stopwatch.StartNew();
                while (bench.Lines - before < lines && patience.Elapsed < TimeSpan.FromMinutes(1))
                {
                    await Task.Delay(1, TestContext.Current.CancellationToken);
                }

                await Task.Delay(random.Next(0, 12), TestContext.Current.CancellationToken);
                station.Kill();
                (_, string said, string complained) = await station.EndAsync();
                await bench.HungUpAsync();
                output.Append(said).Append(complained);
                using Lot lot = Lot.Open(lotPath, LotKeySource.FromFiles(new FactoryHome(home).KeyPath("K1")), TimeProvider.System);
                Check(lot, bench.Tokens, states);
                bench.Shuffle();
            }

            TimeSpan killing = watch.Elapsed;
            await FinishAsync(lotPath, home, bench);
            AssertNoSecretLeaked(lotPath, home, folder, output.ToString());
            string left = string.Join(", ", states.Select(pair => $"{pair.Key} {pair.Value}"));
            TestContext.Current.TestOutputHelper!.WriteLine($"seed {Seed}; {Kills} kills in {killing.TotalSeconds:0} s, finished in {(watch.Elapsed - killing).TotalSeconds:0} s; tokens {bench.Tokens.Count}; units left in the middle at a kill: {left}");
            Assert.True(states.Values.Sum() > Kills / 4, $"the kills hardly ever hit a unit in the middle: {left}");
        }
        finally
        {
            bench.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The operator puts every token in again; then everything must have come to an end.</summary>
    private static async Task FinishAsync(string lotPath, string home, KillBench bench)
    {
        bench.Quiet();
        var open = new Queue<BenchToken>(bench.Tokens);
        foreach (Jig jig in bench.Jigs)
        {
            jig.Pull();
        }

        while (open.Count > 0)
        {
            var used = new List<Jig>();
            foreach (Jig jig in bench.Jigs)
            {
                if (open.TryDequeue(out BenchToken? token))
                {
                    jig.Insert(token);
                    used.Add(jig);
                }
            }

            // A busy machine can let a port wait too long for its token: then the operator runs once more.
            for (int runs = 0; runs < MostRuns && !used.All(jig => jig.Token.Credential is null || IsPassed(lotPath, home, jig.Token.Credential!.Id)); runs++)
            {
                await ToolProcess.RunAsync(["lot", "run", lotPath, "--home", home, "--once", .. used.SelectMany(jig => new[] { "--port", jig.Port })]);
            }

            used.ForEach(jig => jig.Pull());
        }

        (int verified, string report, _) = await ToolProcess.RunAsync("lot", "verify", lotPath, "--home", home);
        Assert.True(verified == 0, report);
        using Lot lot = Lot.Open(lotPath, LotKeySource.FromFiles(new FactoryHome(home).KeyPath("K1")), TimeProvider.System);
        Check(lot, bench.Tokens, []);
        string[] held = [.. bench.Tokens.Select(token => token.Credential).OfType<Credential>().Select(credential => credential.Id).Order()];
        string[] passed = [.. lot.Ledger.Units(UnitState.Verified, UnitState.Labelled).Select(unit => unit.Id).Order()];
        Assert.Equal(passed, held);
        Assert.NotEmpty(held);
    }

    /// <summary>A killed process cleans nothing up: what it said and every file that it left is searched.</summary>
    private static void AssertNoSecretLeaked(string lotPath, string home, string folder, string output)
    {
        // Closed again before files are read: SQLite's locks on a file go when its process closes another handle of it.
        SecretSearch search;
        using (Lot lot = Lot.Open(lotPath, LotKeySource.FromFiles(new FactoryHome(home).KeyPath("K1")), TimeProvider.System))
        {
            search = new SecretSearch(lot);
        }

        Assert.Null(search.FindIn(Encoding.UTF8.GetBytes(output)));
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Assert.True(search.FindIn(File.ReadAllBytes(file)) is null, $"a secret stands in {Path.GetFileName(file)}");
        }
    }

    private static bool IsPassed(string lotPath, string home, string id)
    {
        using Lot lot = Lot.Open(lotPath, LotKeySource.FromFiles(new FactoryHome(home).KeyPath("K1")), TimeProvider.System);
        return lot.Ledger.Find(id)?.State is UnitState.Verified or UnitState.Labelled;
    }

    private static void Check(Lot lot, IEnumerable<BenchToken> tokens, Dictionary<string, int> states)
    {
        Invariants.Hold(lot, tokens, isAllFinished: false);
        foreach (Unit unit in lot.Ledger.Units(UnitState.Writing, UnitState.Written))
        {
            string state = unit.State.Word() + (unit.IsCommitIntended && unit.State == UnitState.Writing ? "+commit" : "");
            states[state] = states.GetValueOrDefault(state) + 1;
        }
    }
}
