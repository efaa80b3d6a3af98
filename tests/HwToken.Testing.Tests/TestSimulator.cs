using HwToken.HostSim.Serving;

namespace HwToken.Testing.Tests;

/// <summary>A simulator whose true time stands, so that no test depends on when it runs: in this process, or served by one that it is attached to.</summary>
internal sealed class TestSimulator : IAsyncDisposable
{
    /// <summary>The beginning of a time step.</summary>
    public static readonly DateTimeOffset Begins = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder? _data;
    private readonly SimHost? _host;

    private TestSimulator(OtpSimulator otp, TempFolder? data = null, SimHost? host = null)
    {
        Otp = otp;
        _data = data;
        _host = host;
    }

    /// <summary>What is tested.</summary>
    public OtpSimulator Otp { get; }

    /// <summary>Where it is served; null in this process.</summary>
    public Uri? Url => _host?.Url;

    /// <summary>Starts one.</summary>
    /// <param name="isAttached">Served, and attached to.</param>
    /// <param name="options">How long to wait; null: not at all.</param>
    public static async Task<TestSimulator> StartAsync(bool isAttached, OtpSimulatorOptions? options = null)
    {
        options = (options ?? new OtpSimulatorOptions { LeaseWait = TimeSpan.Zero, CodeWait = TimeSpan.Zero }) with { TrueTime = new StandingTime(Begins) };
        if (!isAttached)
        {
            return new TestSimulator(OtpSimulator.Start(options));
        }

        var data = new TempFolder();
        SimHost host = await SimHost.StartAsync(new Uri("http://127.0.0.1:0"), data.Path, new StandingTime(Begins), TestContext.Current.CancellationToken);
        return new TestSimulator(OtpSimulator.Attach(host.Url, options), data, host);
    }

    public async ValueTask DisposeAsync()
    {
        await Otp.DisposeAsync();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _data?.Dispose();
    }
}
