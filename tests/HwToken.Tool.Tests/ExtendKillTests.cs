using System.Globalization;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;

namespace HwToken.Tool.Tests;

/// <summary><c>lot extend</c>, killed with SIGKILL at random moments: registry and ledger are two files, and no ID may be given out twice.</summary>
public sealed class ExtendKillTests : IDisposable
{
    private const int Kills = 16;
    private const int Added = 4000;
    private const int Seed = 20261120;

    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-extend-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_extension_killed_at_random_moments_wastes_IDs_at_most()
    {
        string home = Path.Combine(_folder, "home");
        string path = Path.Combine(_folder, "X1");
        IdRegistry.Create(new FactoryHome(home).RegistryPath);
        (int created, _, string error) = await ToolProcess.RunAsync("lot", "create", path, "--prefix", "DPHT", "--count", "1", "--home", home);
        Assert.True(created == 0, error);
        var random = new Random(Seed);
        int total = 1;
        int burned = 0;
        int whole = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using OwnProgram tool = ToolProcess.Start("lot", "extend", path, "--count", Added.ToString(CultureInfo.InvariantCulture), "--home", home);

            // From the moment that the registry has given IDs out, at the latest when it is done: there the two files can differ.
            for (int wait = 0; Given(home) == total + burned && wait < 5000 && !await tool.HasEndedAsync(TimeSpan.FromMilliseconds(2)); wait++)
            {
            }

            await Task.Delay(random.Next(0, 120), TestContext.Current.CancellationToken);
            tool.Kill();
            await tool.EndAsync();

            using Lot lot = Lot.Open(path, LotKeySource.FromFiles(new FactoryHome(home).KeyPath("X1")), TimeProvider.System);
            using IdRegistry registry = IdRegistry.Open(new FactoryHome(home).RegistryPath, TimeProvider.System);
            int now = lot.Ledger.Counts().Total;
            Assert.True(now == total || now == total + Added, $"half an extension: {now} units after {total}");
            Assert.Equal(now, lot.Wanted);
            whole += now > total ? 1 : 0;
            total = now;
            burned = (int)registry.CountOf(lot.Ledger.Identity) - now;
            Assert.True(burned >= 0 && burned % Added == 0);
        }

        using (Lot lot = Lot.Open(path, LotKeySource.FromFiles(new FactoryHome(home).KeyPath("X1")), TimeProvider.System))
        {
            Assert.Equal(total, lot.Ledger.Units().Select(unit => unit.Id).Distinct().Count());
        }

        (int verified, string report, _) = await ToolProcess.RunAsync("lot", "verify", path, "--home", home);
        Assert.True(verified == 0, report);
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {Seed}; {Kills} kills: {whole} extensions were done, {burned} IDs burned");
        Assert.True(burned > 0 || whole > 0, "no kill came after the registry");
    }

    private static long Given(string home)
    {
        using IdRegistry registry = IdRegistry.Open(new FactoryHome(home).RegistryPath, TimeProvider.System);
        return registry.CountOf(registry.LotNamed("X1")!.Identity);
    }
}
