using System.Text.RegularExpressions;
using HwToken.Browser.Portal.People;
using HwToken.Demo;
using HwToken.Rack.Live;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>A demonstration of its own and a browser window on it. What must never happen on any page fails the test at its end.</summary>
internal sealed class DemoWindow : IAsyncDisposable
{
    private readonly WindowWatch watch = new();
    private readonly DemoSite site;
    private readonly bool ownsSite;
    private IBrowserContext? context;
    private readonly Customer[] customers;

    private DemoWindow(DemoSite site, string language, bool ownsSite)
    {
        this.site = site;
        this.ownsSite = ownsSite;
        Language = language;
        Tokens = new TokenHand(site);
        customers = [.. site.World.Customers.Select(account => new Customer(this, account))];
    }

    public IPage Page { get; private set; } = null!;

    public string Language { get; }

    public Uri Url => site.Url;

    public DemoWorld World => site.World;

    public TokenRack Rack => site.Rack;

    public IBrowserContext Context => context!;

    /// <summary>Whoever holds the tokens and reads their displays.</summary>
    public TokenHand Tokens { get; }

    /// <summary>The token with a counter.</summary>
    public string Hotp => World.TokenIds[0];

    /// <summary>The token with a clock.</summary>
    public string Totp => World.TokenIds[1];

    /// <summary>The software token, with a clock.</summary>
    public string Software => World.TokenIds[2];

    /// <summary>Registers with one code.</summary>
    public Customer OneCodeCustomer => customers[0];

    /// <summary>Registers with two codes.</summary>
    public Customer TwoCodeCustomer => customers[1];

    /// <summary>Registers with one code, too.</summary>
    public Customer OtherCustomer => customers[2];

    /// <summary>Has no contract any more.</summary>
    public Customer FormerCustomer => customers[3];

    public Desk Desk => new(this);

    /// <summary>How long the visitor would have waited so far for answers that take an even time.</summary>
    public TimeSpan Waited => site.Waited;

    /// <summary>The bank's own records, past its pages.</summary>
    public HwToken.Demo.Bank.Customers.CustomerBook Records => new(site.DemoFolder, site.Clock);

    public Visitor Visitor => new(this);

    /// <summary>Starts a demonstration and opens a window on it.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <param name="hasTray">Leaves the tray beside each page; a story that does not look at it is faster without.</param>
    public static async Task<DemoWindow> OpenAsync(Chromium chromium, string language, bool hasTray = false)
    {
        IBrowser browser = chromium.Browser;
        return await new DemoWindow(await DemoSite.StartAsync(), language, ownsSite: true).BeginAsync(browser, hasTray, hasScripts: true);
    }

    /// <summary>Opens a window, as of another computer, on a demonstration that goes on after it.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="site">The demonstration.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <param name="hasTray">As above.</param>
    /// <param name="hasScripts">False: the browser runs none.</param>
    public static Task<DemoWindow> OpenAsync(Chromium chromium, DemoSite site, string language, bool hasTray, bool hasScripts) =>
        new DemoWindow(site, language, ownsSite: false).BeginAsync(chromium.Browser, hasTray, hasScripts);

    private async Task<DemoWindow> BeginAsync(IBrowser browser, bool hasTray, bool hasScripts)
    {
        context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = Language == "ja" ? "ja-JP" : "en-US",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScripts,
        });
        context.SetDefaultTimeout(Chromium.PatienceMs);
        if (!hasTray)
        {
            await context.AddInitScriptAsync("new MutationObserver(() => document.querySelector('iframe')?.remove()).observe(document, { childList: true, subtree: true })");
        }

        Page = await OpenTabAsync();
        return this;
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> OpenTabAsync()
    {
        IPage page = await Context.NewPageAsync();
        watch.Follow(page, Url);
        return page;
    }

    /// <summary>Goes on in another tab.</summary>
    public void TurnTo(IPage tab) => Page = tab;

    /// <summary>The tray in a tab of its own: tokens and clocks under a person's fingers.</summary>
    public async Task<Tray> OpenTrayAsync()
    {
        IPage page = await Context.NewPageAsync();
        watch.Follow(page, Url);
        return await Tray.OpenAsync(page, Url);
    }

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(Url, path).AbsoluteUri);

    /// <summary>A field of the page, by its name.</summary>
    public ILocator Field(string name) => Page.Locator($"main [name='{name}']");

    /// <summary>What the page calls so: <c>data-is</c>.</summary>
    public ILocator What(string what) => Page.Locator($"[data-is={what}]").First;

    /// <summary>Fills fields and presses the first button of the last one's form.</summary>
    public async Task SendAsync(params (string Name, string Value)[] fields)
    {
        foreach ((string name, string value) in fields)
        {
            await Field(name).FillAsync(value);
        }

        await SubmitAsync(fields[^1].Name);
    }

    /// <summary>Presses the button of the form that a field stands in.</summary>
    public Task SubmitAsync(string field) => ClickAsync(Page.Locator("main form").Filter(new LocatorFilterOptions { Has = Page.Locator($"[name='{field}']") }).Locator("button[type=submit]").First);

    /// <summary>Presses the button of this name and value.</summary>
    public Task ChooseAsync(string name, string value) => ClickAsync(Page.Locator($"main button[name='{name}'][value='{value}']"));

    /// <summary>Follows a link of the page's text.</summary>
    public Task FollowAsync(string path) => ClickAsync(Page.Locator($"main a[href='{path}']").First);

    /// <summary>Clicks and waits for the next page.</summary>
    public Task ClickAsync(ILocator what) => Page.ToNextAsync(() => what.ClickAsync());

    /// <summary>The page tells this error: its code and its sentence in the page's language.</summary>
    public async Task ExpectErrorAsync(ServiceError error)
    {
        ILocator alert = Page.GetByRole(AriaRole.Alert).Filter(new LocatorFilterOptions { HasText = error.Code });
        await Assertions.Expect(alert).ToContainTextAsync(error.Message(Language));
    }

    public Task ExpectSuccessAsync() => Assertions.Expect(What("success")).ToBeVisibleAsync();

    public Task ExpectAsync(string what, string text) => Assertions.Expect(What(what)).ToHaveTextAsync(text);

    public async Task ExpectPathAsync(string path)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(new Uri(Url, path).AbsoluteUri) + "(\\?.*)?$"));
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", Language);
    }

    /// <summary>A picture for people to look at, light as the page stands.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(
        new PageScreenshotOptions { Path = Pictures.PathOf($"portal-{Language}-{name}", "jpg"), Type = ScreenshotType.Jpeg, Quality = 80, FullPage = true });

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
        {
            await context.DisposeAsync();
        }

        if (ownsSite)
        {
            await site.DisposeAsync();
        }

        watch.AssertClean();
    }
}
