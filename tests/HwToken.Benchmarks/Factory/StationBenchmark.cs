using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Lines;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Stations;
using HwToken.Provisioning;
using HwToken.TestKit.Bench;

namespace HwToken.Benchmarks.Factory;

/// <summary>
/// One token on one port against twenty on twenty, every line at the pace of 115,200 baud, through the station itself: ledger, registry, line and the
/// tokens' whole firmware. Each run begins as a second begins: the station waits for seconds of the clock, and one that began later in its second would gain by it.
/// </summary>
internal static class StationBenchmark
{
    private const int Many = 20;

    /// <summary>115,200 baud, eight bits, one start and one stop bit.</summary>
    private const int BytesPerSecond = 11_520;

    /// <param name="rounds">Runs of each kind, by turns.</param>
    public static async Task RunAsync(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("hwtoken-station-").FullName;
        try
        {
            var home = new FactoryHome(Path.Combine(folder, "home"));
            IdRegistry.Create(home.RegistryPath);
            var bench = new Bench(home, TimeProvider.System, "benchmark");
            var definition = new LotDefinition { LotId = "B1", Prefix = "DPHT", Count = rounds * (Many + 1), Type = OtpType.Totp, Algorithm = OtpAlgorithm.Sha1 };
            using LotSession session = Lot.Create(bench, Path.Combine(folder, "B1"), definition, null, LotKeySource.FromFiles(home.KeyPath("B1")));
            var one = new List<double>();
            var many = new List<double>();
            for (int round = 0; round < rounds; round++)
            {
                one.Add(await TimeAsync(session.Lot, home, 1, round).ConfigureAwait(false));
                many.Add(await TimeAsync(session.Lot, home, Many, round).ConfigureAwait(false));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: one {one[^1]:0.00} s, {Many} {many[^1]:0.00} s, ratio {many[^1] / one[^1]:0.00}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"medians: one {Median(one):0.00} s, {Many} {Median(many):0.00} s, ratio {Median(many) / Median(one):0.00}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>Seconds from the start of the station to its end.</returns>
    private static async Task<double> TimeAsync(Lot lot, FactoryHome home, int ports, int round)
    {
        Jig[] jigs = [.. Enumerable.Range(0, ports).Select(n => new Jig((round * 1000) + n) { BytesPerSecond = BytesPerSecond })];
        try
        {
            foreach (Jig jig in jigs)
            {
                jig.Insert(new BenchToken(1));
            }

            var options = new StationOptions { Ports = [.. jigs.Select(jig => LinePort.Parse(jig.Port))], Who = "benchmark", IsOnce = true };
            var view = new StepTimes();
            await SecondBoundary.NextAsync(TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
            view.Begin();
            StationSummary summary = await new Station(lot, home, options, view, TimeProvider.System).RunAsync(CancellationToken.None, CancellationToken.None).ConfigureAwait(false);
            double seconds = view.Seconds;
            if (summary.Passed != ports)
            {
                throw new InvalidOperationException($"{summary.Passed} of {ports} passed: nothing was measured.");
            }

            view.Write();
            return seconds;
        }
        finally
        {
            foreach (Jig jig in jigs)
            {
                jig.Dispose();
            }
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
