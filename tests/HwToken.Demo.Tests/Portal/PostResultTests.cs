using System.Net;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>Post/Redirect/Get: what a form came to can be looked at again, and nothing happens twice.</summary>
public class PostResultTests
{
    [Fact]
    public async Task A_reload_after_a_reset_shows_the_success_again_and_the_other_language_too()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(site.World.Customers[0], token);
        await site.SendAsync("/reset", ("id", token));
        await site.PostAsync("/reset/codes", ("id", token), ("code1", site.NewCode(token)), ("code2", site.NewCode(token)));
        string address = site.Page.Address;
        Assert.Contains("back in step", site.Page.Words);
        Assert.Contains("back in step", (await site.GetAsync(address)).Words);
        Assert.Contains("リセットが完了しました", (await site.GetAsync(address + "&lang=ja")).Words);
    }

    [Theory]
    [InlineData("/test", "/test", "id=DPHT00000001&code=123456", 422)]
    [InlineData("/reset", "/reset", "id=DP-0001", 400)]
    [InlineData("/reset", "/reset/codes", "id=DPHT00000001&code1=111111&code2=222222", 422)]
    [InlineData("/bank/sign-in", "/bank/sign-in", "for=stop&user=1000001&password=wrong", 401)]
    [InlineData("/bank/why", "/bank/why", "user=1000001&password=wrong&code=", 200)]
    [InlineData("/bank/lost", "/bank/lost", "user=1000001&password=wrong", 401)]
    [InlineData("/desk/sign-in", "/desk/sign-in", "name=operator&password=wrong&code=123456", 401)]
    public async Task A_refusal_comes_by_a_redirect_to_its_own_page_and_a_reload_shows_the_same(string page, string path, string typed, int status)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.GetAsync(page);
        await site.PostAsync(path, [.. typed.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))]);
        Assert.StartsWith(path + "?result=", site.Page.Address);
        Assert.Equal(status, (int)site.Page.Status);
        SeenPage first = site.Page;
        await site.GetAsync(first.Address);
        Assert.Equal((first.Status, first.Text("error"), string.Join(',', first.Marks("is"))), (site.Page.Status, site.Page.Text("error"), string.Join(',', site.Page.Marks("is"))));

        // Without its result the page is the form again.
        await site.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, ""), (site.Page.Status, site.Page.Text("error")));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once_and_both_get_the_one_answer()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        var customer = site.World.Customers[0];
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(customer, token);
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
        await site.PostAsync("/bank/code", ("code", "000000"));
        string refused = site.Page.Address;
        Assert.Equal(9, TriesLeft(site.Page));

        // The right code, from the page with the refusal on it, twice at once: the second would find it used.
        SeenPage form = site.Page;
        string code = site.NewCode(token);
        FormUrlEncodedContent[] same = [.. Enumerable.Range(0, 2).Select(_ => new FormUrlEncodedContent([new("forgery", form.Forgery), new("code", code)]))];
        SeenPage[] both = await Task.WhenAll(same.Select(async content => await SeenPage.ReadAsync(await site.Http.PostAsync("/bank/code", content, TestContext.Current.CancellationToken))));
        Assert.All(both, page => Assert.Equal("/bank/password", page.Path));
        Assert.Equal("/bank/password", (await site.GetAsync("/bank/account")).Path);
        Assert.NotEqual("", refused);
    }

    [Fact]
    public async Task A_form_that_was_opened_again_is_a_new_one()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        var customer = site.World.Customers[0];
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(customer, token);
        string code = site.NewCode(token);
        await site.SendAsync("/test", ("id", token), ("code", code));
        Assert.Contains("success", site.Page.Marks("is"));
        await site.SendAsync("/test", ("id", token), ("code", code));
        Assert.Equal("RMCFXLGN001028E", site.Page.Text("error"));
    }

    [Fact]
    public async Task A_result_is_shown_to_the_browser_that_has_it_and_to_no_other_and_on_no_other_page()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        var customer = site.World.Customers[0];
        await site.RegisterAsync(customer, site.World.TokenIds[0]);

        // The session ended with the registration, and the page that says so is still there.
        string address = site.Page.Address;
        Assert.Contains("success", (await site.GetAsync(address)).Marks("is"));
        Assert.Equal("/bank/sign-in", (await site.GetAsync("/bank/register")).Path);
        Assert.Equal("/bank/sign-in", (await site.GetAsync(address.Replace("/register", "/stop", StringComparison.Ordinal))).Path);
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = site.Http.BaseAddress };
        Assert.DoesNotContain(site.World.TokenIds[0], await stranger.GetStringAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_tabs_show_each_its_own_result()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        List<(string Id, string Address)> tabs = [];
        foreach (string id in (string[])["DPHT00000001", "DPHT00000002", "DPHT00000003"])
        {
            await site.SendAsync("/test", ("id", id), ("code", "123456"));
            tabs.Add((id, site.Page.Address));
        }

        foreach ((string id, string address) in tabs)
        {
            Assert.Equal(id, (await site.GetAsync(address)).Text("credential"));
        }
    }

    private static int TriesLeft(SeenPage page) => int.Parse(System.Text.RegularExpressions.Regex.Match(page.Text("tries-left"), "[0-9]+").Value, System.Globalization.CultureInfo.InvariantCulture);
}
