using System.Diagnostics;
using System.Net;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>What strangers try on the pages.</summary>
public class HostileTests(Chromium chromium)
{
    private const string Nasty = "\"><script>document.title='owned'</script>' OR 1=1 --";

    [Fact]
    public async Task Markup_and_SQL_in_every_field_stay_text()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.OpenDeskAsync();
        foreach (string path in (string[])["/test", "/reset", "/bank/sign-in", "/bank/lost", "/bank/why", "/desk", "/desk/replace", "/desk/audit", "/help"])
        {
            await window.GoAsync(path);
            foreach (ILocator field in await window.Page.Locator("main input:not([type=hidden]):not([type=checkbox])").AllAsync())
            {
                await field.EvaluateAsync("(field, text) => { field.removeAttribute('maxlength'); field.value = text; }", Nasty);
            }

            await window.ClickAsync("main form:not([action='/desk/sign-out']) button[type=submit]");
            Assert.DoesNotContain("owned", await window.Page.TitleAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await window.Page.Locator("main script").CountAsync());
        }
    }

    [Fact]
    public async Task Known_and_unknown_ids_get_one_answer_in_one_time()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        List<string> answers = [];
        List<double> times = [];
        foreach (string id in (string[])[window.World.OperatorTokenId, "DPXX00000000", window.World.TokenIds[0], "AVT000000000"])
        {
            await window.GoAsync("/test");
            long started = Stopwatch.GetTimestamp();
            await window.SendAsync(("id", id), ("code", "000000"));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            answers.Add((await window.Page.Locator("main").InnerTextAsync()).Replace(id, "ID", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
        Assert.All(times, time => Assert.True(time >= 400, $"{time} ms"));
    }

    [Fact]
    public async Task Forged_posts_foreign_ways_out_and_fixed_sessions_are_refused()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        foreach (string path in (string[])["/test", "/reset", "/bank/sign-in", "/bank/lost", "/desk/sign-in", "/desk/customers", "/demo/press", "/demo/clock"])
        {
            using var form = new FormUrlEncodedContent([new("id", "DPHT00000000"), new("code", "123456")]);
            HttpResponseMessage answer = await http.PostAsync(new Uri(window.Url, path), form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        await window.GoAsync("/bank/sign-in?for=//elsewhere.example/&lang=en");
        await window.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "hwt-bank", Value = new string('a', 64), Domain = window.Url.Host, Path = "/bank" }]);
        await window.SendAsync(("user", window.World.Customers[0].Id), ("password", window.World.Customers[0].Password));
        await window.ExpectPathAsync("/bank/password");
        var cookie = (await window.Context.CookiesAsync([new Uri(window.Url, "/bank/").AbsoluteUri])).Last(one => one.Name == "hwt-bank");
        Assert.NotEqual(new string('a', 64), cookie.Value);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);
        Assert.Equal("/bank", cookie.Path);
    }
}
