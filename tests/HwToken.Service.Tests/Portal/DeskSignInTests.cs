using System.Net;
using System.Text.RegularExpressions;
using HwToken.Service.Serving;
using HwToken.Service.Tests.Portal.Support;
using HwToken.Validation.Rules;

namespace HwToken.Service.Tests.Portal;

/// <summary>The cookie of the service desk: made anew at each sign-in, and worth nothing once its session has ended.</summary>
public sealed partial class DeskSignInTests : IAsyncLifetime
{
    private const string Password = "long enough 1";

    private readonly TempFolder folder = new();
    private readonly CookieContainer cookies = new();
    private readonly TestToken token = new("DPHT00000001");
    private HttpClient http = null!;
    private ServiceHost host = null!;
    private int nextCode;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await LocalPortal.StartAsync(folder.Path);
        await token.AddAsync(host.System);
        await host.Operators.PutAsync("mori", Password, token.Id, "test", passwordRounds: 1000);
        http = Browser(cookies);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_copied_cookie_ends_with_the_operators_removal_and_tells_so()
    {
        await SignInAsync();
        using HttpClient thief = Browser(Copy());
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/desk", Cancel)).StatusCode);
        await host.System.Operators.RemoveAsync("mori", "test");
        await AssertOutAsync(thief);
        await AssertOutAsync(http);
    }

    [Fact]
    public async Task A_copied_cookie_ends_with_the_sign_out()
    {
        await SignInAsync();
        using HttpClient thief = Browser(Copy());
        using HttpResponseMessage left = await PostAsync("/desk", "/desk/sign-out", "");
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        await AssertOutAsync(thief);
    }

    [Fact]
    public async Task Whoever_signs_in_over_an_open_session_gets_a_new_one_and_the_former_ends()
    {
        await SignInAsync();
        using HttpClient planter = Browser(Copy());
        await SignInAsync();
        await AssertOutAsync(planter);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/desk", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_revoked_token_ends_the_session()
    {
        await SignInAsync();
        await host.System.Desk.ApplyAsync(token.Id, DeskVerb.Revoke, "test");
        await AssertOutAsync(http);
    }

    [Fact]
    public async Task The_cookie_is_for_the_desk_alone_and_out_of_the_reach_of_scripts()
    {
        string cookie = Assert.Single((await SignInAsync()).Headers.GetValues("Set-Cookie"), one => one.StartsWith("hwt-desk=", StringComparison.Ordinal));
        Assert.Contains("path=/desk", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AssertOutAsync(HttpClient browser)
    {
        using HttpResponseMessage answer = await browser.GetAsync("/desk", Cancel);
        Assert.Equal((HttpStatusCode.SeeOther, "/desk/sign-in?from=ended"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private HttpClient Browser(CookieContainer jar) =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = host.Url };

    private CookieContainer Copy()
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetAllCookies());
        return copy;
    }

    private async Task<HttpResponseMessage> SignInAsync()
    {
        HttpResponseMessage answer = await PostAsync("/desk/sign-in", "/desk/sign-in", $"&name=mori&password={Uri.EscapeDataString(Password)}&code={token.Code(nextCode++)}");
        Assert.Equal((HttpStatusCode.SeeOther, "/desk"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        return answer;
    }

    private async Task<HttpResponseMessage> PostAsync(string page, string action, string fields)
    {
        string forgery = Forgery().Match(await http.GetStringAsync(page, Cancel)).Groups[1].Value;
        using var form = new StringContent($"forgery={Uri.EscapeDataString(forgery)}{fields}", null, "application/x-www-form-urlencoded");
        return await http.PostAsync(action, form, Cancel);
    }

    [GeneratedRegex("name=\"forgery\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Forgery();
}
