using System.Net;
using System.Text.RegularExpressions;
using HwToken.Demo;
using HwToken.Validation;

namespace HwToken.Demo.Tests.Support;

/// <summary>The portal as <c>serve --demo</c> brings it, and a browser without scripts on it.</summary>
internal sealed class PortalSite : IAsyncDisposable
{
    private DemoSite site = null!;

    private PortalSite(string language)
    {
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() });
        Http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public HttpClient Http { get; }

    public DemoWorld World => site.World;

    public DemoClock Clock => site.Clock;

    /// <summary>The validation service, past its pages.</summary>
    public ValidationSystem System => site.System;

    /// <summary>Where the demonstration keeps its data.</summary>
    public string Folder => site.DemoFolder;

    /// <summary>The last answer.</summary>
    public SeenPage Page { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PortalSite> OpenAsync(string language = "en", bool isDemo = true)
    {
        var portal = new PortalSite(language) { site = await DemoSite.StartAsync(isDemo) };
        portal.Http.BaseAddress = portal.site.Url;
        return portal;
    }

    public async Task<SeenPage> GetAsync(string path) => Page = await SeenPage.ReadAsync(await Http.GetAsync(path, Cancel));

    /// <summary>Opens a page and sends a form of it.</summary>
    public async Task<SeenPage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        await GetAsync(path);
        return await PostAsync(path, fields);
    }

    /// <summary>Sends a form with the anti-forgery token of the last page.</summary>
    public Task<SeenPage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, new FormUrlEncodedContent([new("forgery", Page.Forgery), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    public async Task<SeenPage> PostAsync(string path, HttpContent content) => Page = await SeenPage.ReadAsync(await Http.PostAsync(path, content, Cancel));

    /// <summary>Lets time pass on all clocks, presses the button and reads the display.</summary>
    public string NewCode(string credentialId) => site.NewCode(credentialId);

    /// <summary>Lets time pass on all clocks.</summary>
    public void Pass(TimeSpan time) => site.Pass(time);

    /// <summary>Registers a customer's token with one code.</summary>
    public async Task RegisterAsync(DemoAccount customer, string token)
    {
        await SendAsync("/bank/sign-in?for=register", ("for", "register"), ("user", customer.Id), ("password", customer.Password));
        await PostAsync("/bank/register", ("id", token), ("code", NewCode(token)));
        Assert.Contains("success", Page.Marks("is"));
    }

    /// <summary>Asks the bank why.</summary>
    public Task<SeenPage> WhyAsync(DemoAccount customer, string code = "", string? password = null) =>
        SendAsync("/bank/why", ("user", customer.Id), ("password", password ?? customer.Password), ("code", code));

    public Task<SeenPage> OpenDeskAsync() =>
        SendAsync("/desk/sign-in", ("name", World.Operator.Id), ("password", World.Operator.Password), ("code", NewCode(World.OperatorTokenId)));

    /// <summary>Applies a verb of the desk to a token.</summary>
    public async Task DeskAsync(string token, string verb)
    {
        await OpenDeskAsync();
        await SendAsync("/desk/credential/" + token, ("verb", verb), ("confirm", token[^4..]));
        Assert.Contains("success", Page.Marks("is"));
    }

    public async Task<int> FailuresAsync(string token)
    {
        await OpenDeskAsync();
        string html = (await GetAsync("/desk/credential/" + token)).Html;
        return int.Parse(Regex.Match(html, "data-is=\"failures\">([0-9]+)<").Groups[1].Value);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await site.DisposeAsync();
    }
}
