using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.Provisioning.Transports;
using HwToken.TestKit.Bench;

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
    }

    public string Folder { get; }

    public FactoryHome Home { get; }

    public RecordingView View { get; } = new();

    public string LotPath(string lotId) => Path.Combine(Folder, lotId);

    public LotKeySource Key(string lotId) => LotKeySource.FromFiles(Home.KeyPath(lotId));

    public Lot Create(string lotId = "L1", int count = 5, OtpType type = OtpType.Hotp, OtpAlgorithm algorithm = OtpAlgorithm.Sha1, string prefix = "DPHT", long? first = null)
    {
        var definition = new LotDefinition { LotId = lotId, Prefix = prefix, Count = count, Type = type, Algorithm = algorithm };
        return Keep(Lot.Create(Home, LotPath(lotId), definition, first, Key(lotId), Who, TimeProvider.System));
    }

    public Lot Open(string lotId = "L1") => Keep(Lot.Open(LotPath(lotId), Key(lotId), TimeProvider.System));

    public Jig Jig(int seed = 1, BenchToken? token = null)
    {
        Jig jig = Keep(new Jig(seed));
        jig.Insert(token ?? new BenchToken(seed));
        return jig;
    }

    public StationOptions Options(params IEnumerable<Jig> jigs) => new()
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
        foreach (IDisposable opened in Enumerable.Reverse(_opened))
        {
            opened.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private T Keep<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }
}
