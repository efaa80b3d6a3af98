using HwToken.HostSim.Serving;
using HwToken.Validation;
using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>A program with a store of its own and a browser window on its page. Watches for what must never happen.</summary>
internal sealed partial class OpenPage : IAsyncDisposable
{
    /// <summary>RFC 4226 appendix D: 755224 is the code of counter 0.</summary>
    public const string RfcUri = "otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0";

    /// <summary>.NET in WebAssembly starts before there is a token to be seen; on a busy machine that takes longer than anything after it.</summary>
    private const int FirstPatienceMs = 300_000;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hwtoken-browser-");
    private IAsyncDisposable? _host;
    private IBrowserContext? _context;

    public IPage Page { get; private set; } = null!;

    public PageFaults Faults { get; } = new();

    public Uri Url { get; private set; } = null!;

    /// <summary>The served page, with its first token.</summary>
    public static async Task<OpenPage> OpenAsync(Chromium chromium, BrowserNewContextOptions? options = null)
    {
        IBrowser browser = chromium.Browser;
        var open = new OpenPage();
        ServeHost host = await ServeHost.StartAsync(new ServeSettings(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = open._data.FullName }), TestContext.Current.CancellationToken);
        return await open.BeginAsync(browser, host, host.Url, options);
    }

    /// <summary>The static page, with its first token.</summary>
    public static async Task<OpenPage> OpenStaticAsync(Chromium chromium, Site.PublishedSite site, BrowserNewContextOptions? options = null)
    {
        IBrowser browser = chromium.Browser;
        Site.StaticServer server = await Site.StaticServer.StartAsync(await site.FolderAsync());
        return await new OpenPage().BeginAsync(browser, server, server.Url, options);
    }

    /// <summary>What serves the page.</summary>
    public T Host<T>()
        where T : class => (T)_host!;

    private async Task<OpenPage> BeginAsync(IBrowser browser, IAsyncDisposable host, Uri url, BrowserNewContextOptions? options)
    {
        OpenPage open = this;
        _host = host;
        Url = url;
        open._context = await browser.NewContextAsync(options ?? new BrowserNewContextOptions { Locale = "en-US", ViewportSize = new ViewportSize { Width = 1360, Height = 1000 } });
        open._context.SetDefaultTimeout(Chromium.PatienceMs);
        open.Page = await open._context.NewPageAsync();
        open.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                open.Faults.Add($"console {message.Type}: {message.Text}");
            }
        };
        open.Page.PageError += (_, error) => open.Faults.Add("script: " + error);
        open.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(open.Url.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("blob:" + open.Url.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
            {
                open.Faults.Add("left the origin: " + request.Url);
            }
        };
        await open.Page.GotoAsync(open.Url.AbsoluteUri);
        await Assertions.Expect(open.Id("activity")).ToHaveAttributeAsync("data-activity", "asleep", new LocatorAssertionsToHaveAttributeOptions { Timeout = FirstPatienceMs });
        return open;
    }

    public ILocator Id(string id) => Page.Locator("#" + id);

    public ILocator Control(string attribute, object value) => Page.Locator($"[data-{attribute}='{value}']");

    /// <summary>Waits until the page says that the token does something.</summary>
    public Task ExpectActivityAsync(string activity) => Assertions.Expect(Id("activity")).ToHaveAttributeAsync("data-activity", activity);

    /// <summary>Chooses the blank token and writes the RFC's credential into it over the page's form.</summary>
    public async Task ProvisionAsync(string uri = RfcUri)
    {
        await Control("token", 3).ClickAsync();
        await ExpectActivityAsync("line");
        await Id("otpauth").FillAsync(uri);
        await Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(Page.Locator("#secret-box")).ToBeVisibleAsync();
    }

    public Task ScreenshotAsync(string name, bool fullPage = true) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.PathOf(name), FullPage = fullPage });

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _data.Delete(recursive: true);
        Assert.True(Faults.Left().Count == 0, string.Join('\n', Faults.Left()));
    }
}
