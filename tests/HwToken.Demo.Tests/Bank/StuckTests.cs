using HwToken.Demo;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Bank;

/// <summary>Nobody gets stuck: each dead end names the way out, and offers nothing that cannot help.</summary>
public class StuckTests
{
    [Fact]
    public async Task A_token_that_the_desk_replaces_is_the_customers_own_at_once_lost_or_not()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount customer = site.World.Customers[0];
        (string old, string fresh) = (site.World.TokenIds[0], site.World.TokenIds[1]);
        await site.RegisterAsync(customer, old);
        await site.SendAsync("/bank/lost", ("user", customer.Id), ("password", customer.Password));
        Assert.Contains("call", site.Page.Marks("is"));
        await site.OpenDeskAsync();
        await site.SendAsync("/desk/replace", ("old", old), ("new", fresh), ("code", site.NewCode(fresh)));
        Assert.Contains("next-step", site.Page.Marks("is"));
        Assert.Contains(customer.Id, site.Page.Words);
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
        Assert.Equal(fresh, site.Page.Text("token"));
        await site.PostAsync("/bank/code", ("code", site.NewCode(fresh)));
        Assert.Equal("/bank/password", site.Page.Path);
    }

    [Theory]
    [InlineData("token-locked")]
    [InlineData("token-suspended")]
    [InlineData("token-revoked")]
    public async Task Behind_the_password_a_page_that_only_the_desk_can_open_shows_whom_to_call_and_no_form(string what)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount customer = site.World.Customers[0];
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(customer, token);
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
        for (int failure = 0; what == "token-locked" && failure < 10; failure++)
        {
            await site.PostAsync("/bank/code", ("code", $"{failure:D6}"));
            Assert.Equal(failure < 9, site.Page.Marks("is").Contains("tries-left"));
        }

        if (what != "token-locked")
        {
            await site.DeskAsync(token, what == "token-revoked" ? "revoke" : "suspend");
            await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
        }

        await site.PostAsync("/bank/code", ("code", site.NewCode(token)));
        Assert.NotEqual("", site.Page.Text("error"));
        Assert.Contains("call", site.Page.Marks("is"));
        Assert.DoesNotContain("name=\"code\"", site.Page.Html);
    }

    [Fact]
    public async Task An_ended_contract_shows_no_form_and_whom_to_call_but_only_behind_the_right_password()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount former = site.World.Customers[3];
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", former.Id), ("password", "wrong"));
        Assert.Contains("name=\"password\"", site.Page.Html);
        Assert.DoesNotContain("call", site.Page.Marks("is"));
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", former.Id), ("password", former.Password));
        Assert.DoesNotContain("name=\"password\"", site.Page.Html);
        Assert.Contains("call", site.Page.Marks("is"));
    }

    [Fact]
    public async Task A_change_of_token_says_that_the_old_one_is_free_and_a_stop_warns_before_it()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount customer = site.World.Customers[0];
        (string old, string fresh) = (site.World.TokenIds[1], site.World.TokenIds[0]);
        await site.RegisterAsync(customer, old);
        await site.SendAsync("/bank/sign-in", ("for", "change"), ("user", customer.Id), ("password", customer.Password));
        await site.PostAsync("/bank/change", ("code", site.NewCode(old)));
        await site.PostAsync("/bank/change", ("id", fresh), ("code", site.NewCode(fresh)));
        Assert.Contains("freed", site.Page.Marks("is"));
        Assert.Contains(old, site.Page.Words);
        await site.SendAsync("/bank/sign-in", ("for", "stop"), ("user", customer.Id), ("password", customer.Password));
        Assert.Contains("warning", site.Page.Marks("is"));
    }

    [Theory]
    [InlineData("/test", "/test")]
    [InlineData("/reset", "/reset/codes")]
    public async Task A_public_page_that_is_closed_for_a_token_names_the_other_ways(string page, string path)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string id = site.World.TokenIds[0];
        for (int guess = 0; guess < 6; guess++)
        {
            await site.GetAsync(page);
            await site.PostAsync(path, ("id", id), ("code", $"{guess:D6}"), ("code1", $"{guess:D6}"), ("code2", "999999"));
            Assert.Equal(guess < 5, site.Page.Marks("is").Contains("check-first"));
        }

        Assert.Contains("other-ways", site.Page.Marks("is"));
        Assert.Contains("call", site.Page.Marks("is"));
        Assert.Contains("/bank/sign-in", site.Page.Html);
        Assert.DoesNotContain("name=\"code", site.Page.Html);
    }

    [Theory]
    [InlineData("E4")]
    [InlineData("e 4")]
    [InlineData("Ｅ４")]
    [InlineData("E4 CLOCK STOPPED")]
    [InlineData("clock stopped")]
    public async Task The_help_page_knows_what_a_display_said_however_it_is_typed_and_leads_back(string typed)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.GetAsync($"/help?code={Uri.EscapeDataString(typed)}&back=/bank/code");
        Assert.Equal(["display-e4"], site.Page.Marks("cause"));
        Assert.Contains("href=\"/bank/code\" data-is=\"back\"", site.Page.Html);
        foreach (string elsewhere in (string[])["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "/nowhere", "/bank/../desk"])
        {
            await site.GetAsync("/help?back=" + Uri.EscapeDataString(elsewhere));
            Assert.DoesNotContain("back", site.Page.Marks("is"));
        }
    }

    [Fact]
    public async Task A_plain_serve_says_what_a_demonstration_brings_where_its_own_token_is_refused()
    {
        await using PortalSite site = await PortalSite.OpenAsync(isDemo: false);
        foreach (string path in (string[])["/portal", "/desk/sign-in"])
        {
            Assert.Contains("serve --demo", (await site.GetAsync(path)).Words);
        }

        await site.SendAsync("/test", ("id", "DPHT00000001"), ("code", "123456"));
        Assert.Contains("serve --demo", site.Page.Words);
        await using PortalSite demo = await PortalSite.OpenAsync();
        Assert.DoesNotContain("serve --demo", (await demo.GetAsync("/portal")).Words);
    }
}
