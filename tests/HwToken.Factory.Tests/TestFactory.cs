using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Stations;
using HwToken.Factory.Lines;
using HwToken.Provisioning.Transports;
using HwToken.VirtualTokens;

namespace HwToken.Factory.Tests;

/// <summary>A factory in a temporary folder that goes away with it.</summary>
public sealed class TestFactory : IDisposable
{
    public const string Who = "tester@bench";

    private readonly List<IDisposable> _opened = [];

    /// <summary>A 3072-bit key takes a second to make, and every test makes a lot.</summary>
    static TestFactory() => LotCertificate.RsaBits = 2048;

    public TestFactory()
    {
        Folder = Directory.CreateTempSubdirectory("hwtoken-factory-").FullName;
        Home = new FactoryHome(Path.Combine(Folder, "home"));
        IdRegistry.Create(Home.RegistryPath);
    }

    public string Folder { get; }

    public FactoryHome Home { get; }

    public Bench Bench => new(Home, TimeProvider.System, Who);

    public RecordingView View { get; } = new();

    public string LotPath(string lotId) => Path.Combine(Folder, lotId);

    public LotKeySource Key(string lotId) => LotKeySource.FromFiles(Home.KeyPath(lotId));

    public Lot Create(string lotId = "L1", int count = 5, OtpType type = OtpType.Hotp, OtpAlgorithm algorithm = OtpAlgorithm.Sha1, string prefix = "DPHT", long? first = null)
    {
        var definition = new LotDefinition { LotId = lotId, Prefix = prefix, Count = count, Type = type, Algorithm = algorithm };
        return Keep(Lot.Create(Bench, LotPath(lotId), definition, first, Key(lotId))).Lot;
    }

    public Lot Open(string lotId = "L1") => Keep(LotSession.Open(Bench, LotPath(lotId), Key(lotId))).Lot;

    /// <summary>Works with a folder that the registry was not asked about: what a station would do if nobody asked.</summary>
    public Lot OpenUnproven(string folder, string lotId) =>
        Keep(new LotSession(Lot.Open(folder, Key(lotId), TimeProvider.System, isToChange: true), IdRegistry.Open(Home.RegistryPath, TimeProvider.System), Bench)).Lot;

    /// <summary>Closes everything that was opened, as when the programs end.</summary>
    public void CloseAll()
    {
        foreach (IDisposable opened in Enumerable.Reverse(_opened))
        {
            opened.Dispose();
        }

        _opened.Clear();
    }

    public VirtualJig Jig(int seed = 1, VirtualToken? token = null)
    {
        VirtualJig jig = Keep(new VirtualJig(seed));
        jig.Insert(token ?? new VirtualToken());
        return jig;
    }

    public StationOptions Options(params IEnumerable<VirtualJig> jigs) => new()
    {
        Ports = [.. jigs.Select(jig => LinePort.Parse(jig.Port))],
        Who = Who,
        IsOnce = true,
        ReplyTimeout = TimeSpan.FromSeconds(3),
        HelloTimeout = TimeSpan.FromSeconds(1),
        PollInterval = TimeSpan.FromMilliseconds(10),
        OnceTimeout = TimeSpan.FromMinutes(1),
    };

    public Task<StationSummary> RunAsync(Lot lot, StationOptions options) =>
        new Station(lot, Home, options, View, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        CloseAll();
        Directory.Delete(Folder, recursive: true);
    }

    private T Keep<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }
}
