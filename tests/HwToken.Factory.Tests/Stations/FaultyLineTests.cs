using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.TestKit.Bench;

namespace HwToken.Factory.Tests.Stations;

/// <summary>A line of 200 virtual tokens with injected faults, two stations at once, and everything searched for secrets afterwards.</summary>
public sealed class FaultyLineTests : IDisposable
{
    private const int Tokens = 200;
    private const int Seed = 4711;

    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Two_hundred_tokens_with_faults_end_in_a_ledger_that_agrees_with_every_token()
    {
        Lot first = _factory.Create(count: 2 * Tokens);
        Lot second = _factory.Open();
        var random = new Random(Seed);
        var pulled = new List<BenchToken>();
        Jig[] jigs = [.. Enumerable.Range(0, Tokens).Select(i => Faulty(i, random, pulled))];

        // Two stations; the ports in the middle are given to both.
        StationSummary[] summaries = await Task.WhenAll(
            _factory.RunAsync(first, Options(jigs[..110])),
            _factory.RunAsync(second, Options(jigs[90..])));

        // The operator lets go of every fault and puts all tokens in once more, also those that were pulled.
        foreach (Jig jig in jigs)
        {
            (jig.NoisePerMille, jig.LossPerMille, jig.OnLine) = (0, 0, null);
            jig.Token.Board.Faults.CancelCut();
            jig.PowerCycle();
        }

        BenchToken[] all = [.. jigs.Select(jig => jig.Token), .. pulled];
        await _factory.RunAsync(first, Options(jigs));
        foreach (BenchToken[] batch in pulled.Chunk(Tokens))
        {
            BenchToken[] tokens = [.. batch.Where(token => !token.IsPowered)];
            for (int i = 0; i < tokens.Length; i++)
            {
                jigs[i].Pull();
                jigs[i].Insert(tokens[i]);
            }

            await _factory.RunAsync(first, Options(jigs[..tokens.Length]));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"seed {Seed}: {string.Join("; ", summaries.Select(summary => summary.ToString()))}; pulled {pulled.Count}");
        Invariants.Hold(first, all.Distinct(), isAllFinished: false);
        Assert.Equal(0, first.Ledger.Counts()[UnitState.Writing]);
        Assert.True(first.Ledger.Counts()[UnitState.Verified] >= Tokens - 20, "most tokens must get through");
        Assert.True(first.Ledger.Counts()[UnitState.Scrapped] > 0, "the faults must have hit something");
        AssertNoSecretLeaked(first);
    }

    private Jig Faulty(int i, Random random, List<BenchToken> pulled)
    {
        // Measuring a clock takes up to a second: a quarter of the tokens have one.
        Jig jig = _factory.Jig(Seed + i, new BenchToken(Seed + i, hasClock: i % 4 == 0));
        switch (i % 5)
        {
            case 1:
                jig.NoisePerMille = 20;
                jig.LossPerMille = 10;
                break;
            case 2:
                // The power goes in the middle of a write; the token comes back a moment later.
                jig.Token.CutPowerAtFlashStep(random.Next(1, 8), isTorn: random.Next(2) == 0);
                jig.OnLine = (j, line) =>
                {
                    if (!j.Token.IsPowered)
                    {
                        j.PowerCycle();
                    }

                    return false;
                };
                break;
            case 3:
                int pullAt = random.Next(1, 18);
                int seen = 0;
                jig.OnLine = (j, line) =>
                {
                    if (++seen != pullAt)
                    {
                        return false;
                    }

                    BenchToken token = j.Pull()!;
                    lock (pulled)
                    {
                        pulled.Add(token);
                    }

                    j.Insert(new BenchToken(Seed + i, hasClock: false));
                    return true;
                };
                break;
            case 4 when i % 10 == 9:
                jig.Token.IsPanelBroken = true;
                break;
        }

        return jig;
    }

    private StationOptions Options(IEnumerable<Jig> jigs) => _factory.Options(jigs) with { ReplyTimeout = TimeSpan.FromSeconds(4), HelloTimeout = TimeSpan.FromSeconds(5), OnceTimeout = TimeSpan.FromMinutes(1) };

    private void AssertNoSecretLeaked(Lot lot)
    {
        var needles = new SecretSearch(lot);
        string shown = string.Join('\n', _factory.View.Events.Select(happened => happened.ToString()));
        Assert.Null(needles.FindIn(System.Text.Encoding.UTF8.GetBytes(shown)));
        string audit = string.Join('\n', lot.Ledger.Audit().Select(entry => entry.ToString()));
        Assert.Null(needles.FindIn(System.Text.Encoding.UTF8.GetBytes(audit)));
        foreach (string file in Directory.EnumerateFiles(_factory.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.True(needles.FindIn(File.ReadAllBytes(file)) is null, $"a secret stands in {Path.GetFileName(file)}");
        }
    }
}
