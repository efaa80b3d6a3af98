using System.Text;
using HwToken.Factory.Keys;
using HwToken.Factory.Lots;
using HwToken.Factory.Tests;
using HwToken.TestKit.Bench;

namespace HwToken.Tool.Tests;

/// <summary>A lot's whole way by the real program, also where it goes wrong; then all that it said and left behind is searched.</summary>
public sealed class SecretJourneyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-secrets-").FullName;
    private readonly List<Jig> _jigs = [];
    private readonly StringBuilder _said = new();

    private string Temporary => Directory.CreateDirectory(Path.Combine(_folder, "tmp")).FullName;

    public void Dispose()
    {
        _jigs.ForEach(jig => jig.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task No_secret_stands_in_any_output_or_file_of_a_lot_and_a_list_in_clear_is_found()
    {
        string lot = Path.Combine(_folder, "july");
        string key = Path.Combine(_folder, "transport.key");
        string portable = Path.Combine(lot, "july-portable.pskcxml");
        string certificate = Path.Combine(lot, "certificate.pem");
        string[] ports = [.. Enumerable.Range(1, 3).SelectMany(seed => new[] { "--port", Jig(seed).Port })];
        await RunAsync(0, "registry", "init");
        await RunAsync(0, "lot", "create", lot, "--prefix", "DPHT", "--count", "5");
        await RunAsync(0, ["lot", "run", lot, "--once", .. ports]);
        _jigs[0].Token.IsPanelBroken = true;
        await RunAsync(1, "device", "selftest", "--port", ports[1]);
        await RunAsync(0, "device", "status", "--port", ports[1]);
        await RunAsync(0, "device", "set-time", "--port", ports[1], "--lot", lot);
        await RunAsync(0, "device", "get-time", "--port", ports[3], "--lot", lot);
        await RunAsync(0, "device", "erase", "--port", ports[5], "--lot", lot, "--yes");
        await RunAsync(0, "label", lot);
        await RunAsync(1, "lot", "seal", lot, "--transport-key", key);
        await RunAsync(0, "lot", "seal", lot, "--transport-key", key, "--scrap-unfinished");
        string transport = File.ReadAllText(key).Trim();
        await RunAsync(0, "pskc", "read", portable, "--key", transport, "--cert", certificate, "--json");
        await RunAsync(0, "pskc", "read", portable, "--key", transport);
        await RunAsync(0, "pskc", "verify", portable, "--key", transport, "--cert", certificate);
        await RunAsync(1, "pskc", "read", portable, "--key", new string('0', 32), "--show-secrets");
        await RunAsync(1, "lot", "export", lot, "--format", "yubico", "--out", Path.Combine(_folder, "list"));
        await RunAsync(0, "lot", "status", lot, "--units", "--json");
        await RunAsync(0, "lot", "verify", lot);

        // Closed again before files are read: SQLite's locks on a file go when its process closes another handle of it.
        SecretSearch search;
        using (Lot opened = Open(lot))
        {
            search = new SecretSearch(opened);
        }

        Assert.Null(search.FindIn(Encoding.UTF8.GetBytes(_said.ToString())));
        Assert.Empty(Holders(search));
        Assert.Contains(transport, File.ReadAllText(key), StringComparison.Ordinal);
        Assert.DoesNotContain(transport, _said.ToString(), StringComparison.OrdinalIgnoreCase);

        // What is known to hold secrets is found, in the file and in what is said: the search can fail.
        await RunAsync(0, "lot", "export", lot, "--format", "linotp", "--out", Path.Combine(_folder, "list"));
        Assert.Equal(["list"], Holders(search));
        await RunAsync(0, "pskc", "read", portable, "--key", transport, "--show-secrets");
        Assert.NotNull(search.FindIn(Encoding.UTF8.GetBytes(_said.ToString())));
    }

    private string[] Holders(SecretSearch search) =>
        [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(file => search.FindIn(Read(file)) is not null).Select(file => Path.GetFileName(file))];

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private Lot Open(string lot) => Lot.Open(lot, LotKeySource.FromFiles(new FactoryHome(Path.Combine(_folder, "home")).KeyPath("july")), TimeProvider.System);

    private Jig Jig(int seed)
    {
        var jig = new Jig(seed);
        jig.Insert(new BenchToken());
        _jigs.Add(jig);
        return jig;
    }

    private async Task RunAsync(int expected, params string[] args)
    {
        (int code, string output, string error) = await ToolProcess.RunInAsync(Temporary, [.. args, "--home", Path.Combine(_folder, "home")]);
        Assert.True(code == expected, $"{string.Join(' ', args)}: {code} {output}{error}");
        _said.Append(output).Append(error);
    }
}
