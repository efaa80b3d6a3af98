using System.Net;
using HwToken.Demo;
using HwToken.Demo.Tests.Support;
using HwToken.Validation.Access;
using HwToken.Validation.Rules;

namespace HwToken.Demo.Tests.Bank;

/// <summary>What a session may do, and how its end is told.</summary>
public class SessionTests
{
    [Theory]
    [InlineData("hwt-bank", "/bank/account", "/bank/sign-in")]
    [InlineData("hwt-desk", "/desk/audit", "/desk/sign-in")]
    public async Task Who_comes_back_to_a_session_that_has_ended_is_told_so_and_a_stranger_is_not(string cookie, string path, string signIn)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        Assert.Equal(signIn, (await site.GetAsync(path)).Path);
        Assert.DoesNotContain("has ended", site.Page.Words);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = site.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("Cookie", cookie + "=0123456789abcdef");
        string page = await http.GetStringAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains("Your session has ended", page);
        Assert.Contains($"action=\"{signIn}\"", page);
    }

    [Fact]
    public async Task Whoever_finds_a_session_open_cannot_try_passwords_in_it()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount customer = site.World.Customers[0];
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
        Assert.Equal("/bank/password", site.Page.Path);
        for (int guess = 0; guess < 5; guess++)
        {
            await site.PostAsync("/bank/password", ("password", "guess" + guess), ("new1", "Harbor2026"), ("new2", "Harbor2026"));
            Assert.Equal(HttpStatusCode.Unauthorized, site.Page.Status);
        }

        await site.PostAsync("/bank/password", ("password", customer.Password), ("new1", "Harbor2026"), ("new2", "Harbor2026"));
        Assert.Equal("RMCFXLG001002E", site.Page.Text("error"));
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("new password")]
    [InlineData("new token")]
    [InlineData("token suspended")]
    public async Task An_operators_session_ends_with_the_next_request_once_the_operator_is_not_who_signed_in(string what)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount person = site.World.Operator;
        OperatorStore operators = site.System.Operators;
        await site.OpenDeskAsync();
        Assert.Equal("/desk/audit", (await site.GetAsync("/desk/audit")).Path);
        switch (what)
        {
            case "removed":
                Assert.NotNull(await operators.RemoveAsync(person.Id, "test", TestContext.Current.CancellationToken));
                break;
            case "new password":
                await operators.PutAsync(person.Id, "another hash", site.World.OperatorTokenId, "test", TestContext.Current.CancellationToken);
                break;
            case "new token":
                await operators.PutAsync(person.Id, (await operators.FindAsync(person.Id))!.PasswordHash, site.World.TokenIds[0], "test", TestContext.Current.CancellationToken);
                break;
            default:
                await site.System.Desk.ApplyAsync(site.World.OperatorTokenId, DeskVerb.Suspend, "test", TestContext.Current.CancellationToken);
                break;
        }

        Assert.Equal("/desk/sign-in", (await site.GetAsync("/desk/audit")).Path);
        Assert.Contains("has ended", site.Page.Words);
    }

    [Theory]
    [InlineData("/bank/sign-out", "/bank")]
    [InlineData("/desk/sign-out", "/desk/sign-in")]
    public async Task A_link_to_the_sign_out_ends_nothing_and_leads_home(string path, string home)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        Assert.Equal(home, (await site.GetAsync(path)).Path);
    }
}
