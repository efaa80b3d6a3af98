using HwToken.HostSim.Demo;
using HwToken.HostSim.Serving;
using HwToken.HostSim.TokenPage.Live;
using HwToken.Simulator.Screens;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>A demonstration of its own and a browser window on it. Codes are read off the virtual tokens' pixels.</summary>
internal sealed class DemoWindow : IAsyncDisposable
{
    private static readonly TimeSpan HoldOff = TimeSpan.FromSeconds(31);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("hwtoken-demo-");
    private readonly List<string> faults = [];
    private ServeHost? host;
    private IBrowserContext? context;

    public IPage Page { get; private set; } = null!;

    public string Language { get; private set; } = "en";

    public Uri Url => host!.Url;

    public DemoWorld World => host!.Demo!;

    public DemoClock Clock => host!.Clock!;

    public IBrowserContext Context => context!;

    public static async Task<DemoWindow> OpenAsync(Chromium chromium, string language, int width = 1280, int height = 900)
    {
        var window = new DemoWindow { Language = language };
        IBrowser browser = chromium.Browser;
        window.host = await ServeHost.StartAsync(new ServeSettings(new Uri("http://127.0.0.1:0"), window.data.FullName, IsDemo: true), TestContext.Current.CancellationToken);
        window.context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language == "ja" ? "ja-JP" : "en-US",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        window.context.SetDefaultTimeout(20_000);
        window.Page = await window.context.NewPageAsync();
        window.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Refused", StringComparison.Ordinal))
            {
                window.faults.Add(message.Text);
            }
        };
        window.Page.PageError += (_, error) => window.faults.Add("script: " + error);
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(window.Url.AbsoluteUri, StringComparison.Ordinal))
            {
                window.faults.Add("left the origin: " + request.Url);
            }
        };
        return window;
    }

    public TokenSlot Slot(string credentialId) => host!.Rack!.Slots.Single(slot => slot.Item().CredentialId == credentialId);

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(Url, path).AbsoluteUri);

    /// <summary>Waits out the hold-off on all clocks, presses the button and reads the display.</summary>
    public string NewCode(string credentialId)
    {
        Clock.Jump(HoldOff);
        foreach (TokenSlot slot in host!.Rack!.Slots)
        {
            slot.Skip(HoldOff);
        }

        ScreenReading screen = Slot(credentialId).Press();
        return screen.Code ?? throw new InvalidOperationException("the display shows: " + screen.Describe());
    }

    public async Task FillAsync(string name, string value) => await Page.Locator($"main [name='{name}']").FillAsync(value);

    /// <summary>Presses a button of the page and waits for the next page.</summary>
    public async Task ClickAsync(string selector = "main button.primary")
    {
        await Page.EvaluateAsync("() => { document.documentElement.dataset.left = '1'; }");
        await Page.Locator(selector).First.ClickAsync();
        await Page.WaitForFunctionAsync("() => !document.documentElement.dataset.left && document.readyState !== 'loading'");
    }

    /// <summary>Fills fields and sends their form.</summary>
    public async Task SendAsync(params (string Name, string Value)[] fields)
    {
        foreach ((string name, string value) in fields)
        {
            await FillAsync(name, value);
        }

        await ClickAsync();
    }

    public Task ExpectErrorAsync(string code) => Assertions.Expect(Page.Locator("[data-is=error]").First).ToHaveTextAsync(code);

    public Task ExpectSuccessAsync() => Assertions.Expect(Page.Locator("[data-is=success]").First).ToBeVisibleAsync();

    public Task ExpectAsync(string what, string text) => Assertions.Expect(Page.Locator($"[data-is={what}]").First).ToHaveTextAsync(text);

    public async Task ExpectPathAsync(string path)
    {
        Assert.Equal(path, new Uri(Page.Url).AbsolutePath);
        Assert.Equal(Language, await Page.Locator("html").GetAttributeAsync("lang"));
    }

    /// <summary>Step 1 at the bank.</summary>
    public async Task PasswordAsync(DemoAccount customer, string errand = "signin", string? password = null)
    {
        await GoAsync("/bank/sign-in?for=" + errand);
        await SendAsync(("user", customer.Id), ("password", password ?? customer.Password));
    }

    /// <summary>Signs the operator in at the desk.</summary>
    public async Task OpenDeskAsync()
    {
        await GoAsync("/desk");
        await ExpectPathAsync("/desk/sign-in");
        await SendAsync(("name", World.Operator.Id), ("password", World.Operator.Password), ("code", NewCode(World.OperatorTokenId)));
        await ExpectPathAsync("/desk");
    }

    /// <summary>Registers a token with the one-code form.</summary>
    public async Task RegisterAsync(DemoAccount customer, string token)
    {
        await PasswordAsync(customer, "register");
        await ExpectPathAsync("/bank/register");
        await SendAsync(("id", token), ("code", NewCode(token)));
        await ExpectSuccessAsync();
    }

    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts(), $"portal-{Language}-{name}.png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
        {
            await context.DisposeAsync();
        }

        if (host is not null)
        {
            await host.DisposeAsync();
        }

        data.Delete(recursive: true);
        Assert.Empty(faults);
    }

    private static string Artifacts()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HwToken.sln")))
        {
            folder = folder.Parent;
        }

        return Directory.CreateDirectory(Path.Combine(folder!.FullName, "artifacts", "screenshots")).FullName;
    }
}
