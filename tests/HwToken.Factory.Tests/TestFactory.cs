using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Stations;
using HwToken.Lines;
using HwToken.Provisioning.Transports;
using HwToken.TestKit.Bench;

namespace HwToken.Factory.Tests;

/// <summary>A factory in a temporary folder that goes away with it.</summary>
public sealed class TestFactory : IDisposable
{
    public const string Who = "tester@bench";

    /// <summary>For what comes at once on an idle machine. A test that loses answers waits less.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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

    /// <summary>True time for the bench and for the tokens' clock chips.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Bench Bench => new(Home, Time, Who);

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
        Keep(new LotSession(Lot.Open(folder, Key(lotId), Time, isToChange: true), IdRegistry.Open(Home.RegistryPath, Time), Bench)).Lot;

    /// <summary>Closes everything that was opened, as when the programs end.</summary>
    public void CloseAll()
    {
        foreach (IDisposable opened in Enumerable.Reverse(_opened))
        {
            opened.Dispose();
        }

        _opened.Clear();
    }

    public Jig Jig(int seed = 1, BenchToken? token = null)
    {
        Jig jig = Keep(new Jig(seed));
        jig.Insert(token ?? new BenchToken(seed, time: Time));
        return jig;
    }

    public StationOptions Options(params IEnumerable<Jig> jigs) => new()
    {
        Ports = [.. jigs.Select(jig => LinePort.Parse(jig.Port))],
        Who = Who,
        IsOnce = true,
        ReplyTimeout = Patience,
        HelloTimeout = TimeSpan.FromSeconds(1),
        PollInterval = TimeSpan.FromMilliseconds(10),
        OnceTimeout = Patience,
    };

    public Task<StationSummary> RunAsync(Lot lot, StationOptions options) =>
        new Station(lot, Home, options, View, Time).RunAsync(TestContext.Current.CancellationToken, TestContext.Current.CancellationToken);

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
