using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(HwToken.Browser.Chromium))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace HwToken.Browser;

/// <summary>One real Chromium for all tests: the one that the system has, never a downloaded one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The headless shell is Chromium without the pages that draw its own window: every test's window cost more than its pages.</summary>
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>A ceiling for a busy machine, not a wait: an expectation ends as soon as it holds.</summary>
    public const int PatienceMs = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; without one the test is skipped, in CI it fails.</summary>
    public IBrowser Browser
    {
        get
        {
            if (_browser is null)
            {
                Peer.Missing("No Chromium on this machine: apt-get install chromium");
            }

            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Headless = true, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
