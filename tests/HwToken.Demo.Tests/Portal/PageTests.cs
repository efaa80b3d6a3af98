using System.Net;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>What holds for every page.</summary>
public class PageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_demonstration_there_is_no_bank_and_no_tray()
    {
        await using PortalSite site = await PortalSite.OpenAsync(isDemo: false);
        foreach (string path in (string[])["/bank", "/bank/sign-in", "/bank/why", "/desk/customers", "/demo/tray", "/demo/clock", "/demo/guide", "/demo/unlock", "/failure", "/reset/elsewhere"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(path)).Status);
        }

        foreach (string path in (string[])["/portal", "/test", "/reset", "/help", "/desk/sign-in"])
        {
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(path)).Status);
            Assert.DoesNotContain("/bank", site.Page.Html);
            Assert.Contains("<a href=\"/\">", site.Page.Html);
        }

        Assert.DoesNotContain("/bank", (await site.GetAsync("/")).Html);
    }

    [Theory]
    [InlineData("en", "This form has expired", "is too large")]
    [InlineData("ja", "有効期限が切れたか", "が大きすぎます")]
    public async Task A_forged_or_oversized_post_is_answered_in_the_persons_language(string language, string forged, string oversized)
    {
        await using PortalSite site = await PortalSite.OpenAsync(language);
        foreach (string path in (string[])["/test", "/reset/codes", "/bank/why", "/desk/import", "/desk/sign-out", "/bank/sign-out", "/demo/press"])
        {
            await site.PostAsync(path, new FormUrlEncodedContent([new("code", "123456")]));
            Assert.Equal(HttpStatusCode.BadRequest, site.Page.Status);
            Assert.Contains(forged, site.Page.Html);
        }

        await site.GetAsync("/test");
        await site.PostAsync("/test", ("id", new string('a', 20_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, site.Page.Status);
        Assert.Contains(oversized, site.Page.Html);
    }

    [Fact]
    public async Task The_framework_never_puts_a_posted_file_on_the_disk()
    {
        // Where the framework would put it there is no folder: a file on the disk would be a failure.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", "/nowhere/at/all");
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.OpenDeskAsync();
        await site.GetAsync("/desk/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(site.Page.Forgery), "forgery" },
            { new ByteArrayContent(new byte[3 << 20]), "file", "seeds.xml" },
        };
        await site.PostAsync("/desk/import", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, site.Page.Status);
        Assert.Equal("RMCFXIMP001001E", site.Page.Text("error"));
    }

    [Fact]
    public async Task No_page_is_kept_and_only_the_tray_may_stand_in_a_page_of_ours()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        foreach (string path in (string[])["/portal", "/test", "/bank/sign-in", "/desk/sign-in", "/demo/tray", "/nowhere"])
        {
            HttpResponseMessage answer = await site.Http.GetAsync(path, Cancel);
            Assert.Contains("no-store", answer.Headers.GetValues("Cache-Control").Single());
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains(path == "/demo/tray" ? "frame-ancestors 'self'" : "frame-ancestors 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
        }
    }

    [Theory]
    [InlineData("/healthz", "no-store")]
    [InlineData("/metrics", "no-store")]
    [InlineData("/openapi/v1.json", "no-store")]
    [InlineData("/api/v1/credentials", "no-store")]
    [InlineData("/portal-files/portal.css", "no-cache")]
    [InlineData("/look/look.css", "no-cache")]
    public async Task Every_answer_says_whether_it_may_be_kept_and_is_never_sniffed_or_framed(string path, string kept)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        HttpResponseMessage answer = await site.Http.GetAsync(path, Cancel);
        Assert.Equal(kept, answer.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("elsewhere.example", HttpStatusCode.BadRequest)]
    public async Task A_name_that_somebody_else_points_at_this_computer_reads_nothing_of_a_demonstration(string name, HttpStatusCode status)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        foreach (string path in (string[])["/demo/tray", "/portal", "/bank", "/"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = $"{name}:{site.Http.BaseAddress!.Port}";
            Assert.Equal(status, (await site.Http.SendAsync(request, Cancel)).StatusCode);
        }
    }

    [Fact]
    public async Task A_report_of_loss_ends_a_session_that_is_open_elsewhere_and_the_desk_lets_the_person_in_again()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        var customer = site.World.Customers[0];
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(customer, token);
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
        Assert.Equal("/bank/code", site.Page.Path);
        await site.SendAsync("/bank/lost", ("user", customer.Id), ("password", customer.Password));
        Assert.Equal("/bank/sign-in", (await site.GetAsync("/bank/code")).Path);

        await site.OpenDeskAsync();
        await site.SendAsync("/desk/customers", ("user", customer.Id), ("verb", "reissue"), ("confirm", customer.Id));
        await site.DeskAsync(token, "revoke");
        await site.RegisterAsync(customer, site.World.TokenIds[2]);
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
        await site.PostAsync("/bank/code", ("code", site.NewCode(site.World.TokenIds[2])));
        Assert.Equal("/bank/password", site.Page.Path);
    }
}
