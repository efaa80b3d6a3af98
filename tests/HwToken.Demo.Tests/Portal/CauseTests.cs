using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;
using HwToken.Demo.Tests.Support;
using HwToken.Validation.Errors;

namespace HwToken.Demo.Tests.Portal;

/// <summary>A person learns which cause applies and what to do next.</summary>
public class CauseTests
{
    [Theory]
    [InlineData("sign-in-wrong", "RMCFXLG001001E", "/bank/sign-in")]
    [InlineData("password-locked", "RMCFXLG001002E", "call")]
    [InlineData("password-expired", "RMCFXLG001003E", "/bank/sign-in")]
    [InlineData("contract-expired", "RMCFXLG001004E", "call")]
    [InlineData("no-token", "", "/bank/sign-in?for=register")]
    [InlineData("code-wanted", "", "")]
    [InlineData("nothing-wrong", "", "/bank/sign-in")]
    [InlineData("code-mistyped", "49b5", "")]
    [InlineData("code-refused", "RMCFXLGN001028E", "/bank/drift")]
    [InlineData("code-used", "RMCFXLGN001028E", "/bank/sign-in")]
    [InlineData("token-locked", "RMCFXLGN001029E", "call")]
    [InlineData("token-suspended", "RMCFXLGN001030E", "call")]
    [InlineData("reported-lost", "RMCFXLGN001030E", "call")]
    [InlineData("token-revoked", "RMCFXLGN001031E", "call")]
    public async Task The_bank_names_the_cause_and_the_next_step(string cause, string error, string next)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await CauseStory.PlayAsync(site, cause);
        Assert.Equal([cause], site.Page.Marks("cause"));
        Assert.Equal(error, site.Page.Text("error"));
        Assert.NotEmpty(site.Page.Text("next"));
        Assert.Equal(next == "call", site.Page.Marks("is").Contains("call"));
        if (next.StartsWith('/'))
        {
            Assert.Contains($"<a class=\"button plain\" href=\"{next}\">", site.Page.Html);
        }
    }

    [Fact]
    public async Task Out_of_step_is_found_and_mended_from_the_answer_itself()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[1];
        await site.SendAsync("/bank/sign-in?for=register", ("for", "register"), ("user", site.World.Customers[1].Id), ("password", site.World.Customers[1].Password));
        await site.PostAsync("/bank/register", ("id", token), ("code1", site.NewCode(token)), ("code2", site.NewCode(token)));
        site.Clock.Jump(TimeSpan.FromMinutes(5));
        await site.WhyAsync(site.World.Customers[1], site.NewCode(token));
        Assert.Equal(["code-refused"], site.Page.Marks("cause"));
        await site.SendAsync("/bank/drift", ("code1", site.NewCode(token)), ("code2", site.NewCode(token)));
        Assert.Equal("/bank/code", site.Page.Path);
        Assert.Contains("success", site.Page.Marks("is"));
    }

    [Theory]
    [InlineData("code-used", 0)]
    [InlineData("code-wanted", 0)]
    [InlineData("code-mistyped", 0)]
    [InlineData("code-refused", 1)]
    public async Task Asking_counts_a_failure_only_when_a_wrong_code_was_compared(string cause, int failures)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await CauseStory.PlayAsync(site, cause);
        Assert.Equal(failures, await site.FailuresAsync(site.World.TokenIds[0]));
    }

    [Fact]
    public async Task A_code_is_not_burned_when_something_else_keeps_the_person_out()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        var customer = site.World.Customers[0];
        await site.RegisterAsync(customer, site.World.TokenIds[0]);
        await site.SendAsync("/bank/lost", ("user", customer.Id), ("password", customer.Password));
        string code = site.NewCode(site.World.TokenIds[0]);
        await site.WhyAsync(customer, code);
        Assert.Equal(["reported-lost"], site.Page.Marks("cause"));
        await site.SendAsync("/test", ("id", site.World.TokenIds[0]), ("code", code));
        Assert.Contains("success", site.Page.Marks("is"));
    }

    [Theory]
    [InlineData("en", "Why people cannot sign in")]
    [InlineData("ja", "ログインできない主な原因")]
    public async Task The_help_page_explains_a_typed_code_without_escaping_its_language(string language, string heading)
    {
        await using PortalSite site = await PortalSite.OpenAsync(language);
        await site.GetAsync("/help?code=rmcfxlgn001029e");
        Assert.Equal(["token-locked"], site.Page.Marks("cause"));
        Assert.Contains("call", site.Page.Marks("is"));
        Assert.Contains(heading, site.Page.Html);
        await site.GetAsync("/help?code=nonsense");
        Assert.Empty(site.Page.Marks("cause"));
        Assert.Contains("notice bad", site.Page.Html);
    }
}
