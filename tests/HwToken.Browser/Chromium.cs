using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(HwToken.Browser.Chromium))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace HwToken.Browser;

/// <summary>One real Chromium for all tests: the one that the system has, never a downloaded one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>A ceiling for a busy machine, not a wait: an expectation ends as soon as it holds.</summary>
    public const int PatienceMs = 60_000;

    private const int LaunchPatienceMs = 300_000;

    /// <summary>
    /// Frames are kept from page to page and processes from window to window: a quarter less for a page, a third for a window, and pages cannot tell.
    /// Chromium takes the last list of features alone, so what Playwright turns off and our pages could meet stands here again.
    /// </summary>
    private static readonly string[] Thrift =
        ["--renderer-process-limit=2", "--disable-features=RenderDocument,AvoidUnnecessaryBeforeUnloadCheckSync,PaintHolding,HttpsUpgrades,Translate"];

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
        if (ChromiumPath.Find() is not { } path)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Headless = true, Timeout = LaunchPatienceMs, Args = [.. ChromiumPath.Flags, .. Thrift] });
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
