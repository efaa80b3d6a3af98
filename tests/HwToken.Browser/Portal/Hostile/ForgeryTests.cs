using System.Net;
using HwToken.Browser.Portal.People;
using HwToken.Demo;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Hostile;

/// <summary>Requests that another site, or another person, would have a browser make.</summary>
public class ForgeryTests(Chromium chromium)
{
    private const string Elsewhere = "elsewhere.example";

    private static readonly string[] Posts =
    [
        "/bank/change", "/bank/code", "/bank/drift", "/bank/lost", "/bank/password", "/bank/register", "/bank/sign-in", "/bank/sign-out", "/bank/stop", "/bank/why",
        "/demo/clock", "/demo/press", "/demo/unlock", "/desk", "/desk/audit", "/desk/credential/{0}", "/desk/customers", "/desk/import", "/desk/replace", "/desk/sign-in", "/desk/sign-out",
        "/reset", "/reset/codes", "/test",
    ];

    private static readonly string[] Gets =
    [
        "/portal", "/test", "/reset", "/reset/codes", "/help", "/bank", "/bank/sign-in", "/bank/code", "/bank/drift", "/bank/register", "/bank/change", "/bank/stop", "/bank/lost",
        "/bank/why", "/bank/password", "/bank/account", "/desk", "/desk/sign-in", "/desk/replace", "/desk/import", "/desk/audit", "/desk/customers", "/desk/credential/{0}", "/demo/tray", "/demo/guide", "/",
    ];

    [Fact]
    public async Task A_post_without_the_forms_own_token_or_with_somebody_elses_is_refused()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.OneCodeCustomer.SignsInWithoutTokenAsync();
        await window.Desk.OpenAsync();
        string foreign = await ForeignTokenAsync(window);
        foreach (string path in Posts.Select(path => string.Format(System.Globalization.CultureInfo.InvariantCulture, path, window.Hotp)))
        {
            foreach (string? token in (string?[])[null, "", "CfDJ8AAAA", foreign])
            {
                IFormData form = window.Context.APIRequest.CreateFormData();
                form.Set("id", window.Hotp);
                form.Set("verb", "suspend");
                if (token is not null)
                {
                    form.Set("forgery", token);
                }

                // The window's own cookies are with it, as in an attack.
                IAPIResponse answer = await window.Context.APIRequest.PostAsync(new Uri(window.Url, path).AbsoluteUri, new APIRequestContextOptions { Form = form, MaxRedirects = 0 });
                Assert.True(answer.Status == (int)HttpStatusCode.BadRequest, $"{path} with {token ?? "nothing"}: {answer.Status}");
            }
        }

        await window.Desk.LooksAtAsync(window.Hotp);
        await Assertions.Expect(window.What("state")).ToHaveClassAsync("state inactive");
    }

    [Fact]
    public async Task No_parameter_of_any_page_leads_elsewhere()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        foreach (bool isSignedIn in (bool[])[false, true])
        {
            if (isSignedIn)
            {
                await window.OneCodeCustomer.SignsInWithoutTokenAsync();
                await window.Desk.OpenAsync();
            }

            foreach (string path in Gets.Select(path => string.Format(System.Globalization.CultureInfo.InvariantCulture, path, window.Hotp)))
            {
                foreach (string way in (string[])["//" + Elsewhere, "https://" + Elsewhere, "/\\" + Elsewhere])
                {
                    string query = string.Join('&', ((string[])["for", "from", "lang", "id", "code", "before", "return", "returnUrl", "next", "url", "to"]).Select(name => $"{name}={Uri.EscapeDataString(way)}"));
                    await ExpectHereAsync(window, path, $"{path}?{query}");
                }
            }
        }

        // Paths that a browser reads as another host.
        foreach (string path in (string[])["//" + Elsewhere, "//" + Elsewhere + "/desk", "/%5C" + Elsewhere, "/desk//" + Elsewhere])
        {
            await ExpectHereAsync(window, path, path);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_session_is_never_one_that_was_laid_into_the_browser(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        foreach ((string cookie, string path) in (ValueTuple<string, string>[])[("hwt-bank", "/bank"), ("hwt-desk", "/desk")])
        {
            string laid = new('a', 64);
            await window.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = cookie, Value = laid, Domain = window.Url.Host, Path = path, HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
            if (cookie == "hwt-desk")
            {
                await window.Desk.OpenAsync();
                Assert.NotEqual(laid, await SessionAsync(window, cookie, path));
                continue;
            }

            // Each step has a session of its own name.
            await customer.TypesPasswordAsync();
            string known = await SessionAsync(window, cookie, path);
            await customer.TypesCodeAsync(window.Tokens.NewCode(window.Hotp));
            await customer.IsInAsync();
            string signedIn = await SessionAsync(window, cookie, path);
            Assert.Equal(3, new[] { laid, known, signedIn }.Distinct().Count());
        }
    }

    [Fact]
    public async Task A_signed_out_session_is_dead_and_its_cookie_worth_nothing()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.Desk.OpenAsync();
        string session = await SessionAsync(window, "hwt-desk", "/desk");
        await window.ClickAsync(window.Page.Locator("form[action='/desk/sign-out'] button"));
        await window.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "hwt-desk", Value = session, Domain = window.Url.Host, Path = "/desk" }]);
        await window.GoAsync("/desk/audit");
        await window.ExpectPathAsync("/desk/sign-in");
    }

    private static async Task<string> SessionAsync(DemoWindow window, string name, string path)
    {
        var cookie = (await window.Context.CookiesAsync([new Uri(window.Url, path + "/").AbsoluteUri])).Single(one => one.Name == name);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);
        Assert.Equal(path, cookie.Path);
        return cookie.Value;
    }

    /// <summary>The anti-forgery token that another visitor's form holds.</summary>
    private async Task<string> ForeignTokenAsync(DemoWindow window)
    {
        await using IBrowserContext other = await chromium.Browser.NewContextAsync();
        IPage page = await other.NewPageAsync();
        await page.GotoAsync(new Uri(window.Url, "/test").AbsoluteUri);
        return await page.Locator("main input[name=forgery]").InputValueAsync();
    }

    private static async Task ExpectHereAsync(DemoWindow window, string path, string address)
    {
        IAPIResponse answer = await window.Context.APIRequest.GetAsync(window.Url.GetLeftPart(UriPartial.Authority) + address, new APIRequestContextOptions { MaxRedirects = 0 });
        string way = answer.Headers.GetValueOrDefault("location", "/");
        Assert.True(way.StartsWith('/') && !way.StartsWith("//", StringComparison.Ordinal) && !way.Contains(Elsewhere, StringComparison.Ordinal), $"{path} leads to {way}");
        Assert.True(answer.Status < 500, $"{path}: {answer.Status}");
        string html = await answer.TextAsync();
        foreach (string link in (string[])["href=\"//", "href=\"http", "action=\"//", "action=\"http", "href=\"/\\"])
        {
            Assert.False(html.Contains(link, StringComparison.Ordinal), $"{path} has {link}");
        }
    }
}
