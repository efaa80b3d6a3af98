using System.Net;
using HwToken.Demo;
using HwToken.Service.Portal.Desk;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>An operator whom a lock keeps out is told how to come in again; a stranger learns nothing.</summary>
public class ShutOutOperatorTests
{
    [Fact]
    public async Task Ten_wrong_codes_lock_the_operators_own_token_and_the_demonstration_lets_the_operator_in_again()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount person = site.World.Operator;
        for (int i = 0; i < 11; i++)
        {
            await site.SendAsync("/desk/sign-in", ("name", person.Id), ("password", person.Password), ("code", $"{i:D6}"));
        }

        Assert.Equal("RMCFXLGN001029E", site.Page.Text("error"));
        Assert.Contains("shut-out", site.Page.Marks("is"));
        Assert.Contains($"desk unlock --name {person.Id}", site.Page.Words);
        await site.PostAsync("/demo/unlock");
        await site.OpenDeskAsync();
        Assert.Equal("/desk", site.Page.Path);
    }

    [Fact]
    public async Task A_locked_password_is_told_to_nobody_and_everybody_refused_is_told_how_a_lock_is_lifted()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        for (int i = 0; i <= Operators.MaxFailures; i++)
        {
            await site.SendAsync("/desk/sign-in", ("name", site.World.Operator.Id), ("password", "wrong"), ("code", "000000"));
            Assert.Equal("RMCFXLG001001E", site.Page.Text("error"));
            Assert.Contains("shut-out", site.Page.Marks("is"));
        }

        await site.OpenDeskAsync();
        Assert.Equal("RMCFXLG001001E", site.Page.Text("error"));
        Assert.Contains("desk unlock --name operator", site.Page.Words);
        await site.PostAsync("/demo/unlock");
        await site.OpenDeskAsync();
        Assert.Equal("/desk", site.Page.Path);
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("revoke")]
    public async Task Nobody_at_the_desk_cuts_off_the_own_token(string verb)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string own = site.World.OperatorTokenId;
        await site.OpenDeskAsync();
        await site.SendAsync("/desk/credential/" + own, ("verb", verb), ("confirm", own[^4..]));
        Assert.Equal("active", site.Page.Text("state"));
        Assert.Contains("your own token", site.Page.Words);
        Assert.DoesNotContain($"value=\"{verb}\"", site.Page.Html);
        await site.SendAsync("/desk/replace", ("old", own), ("new", site.World.TokenIds[0]), ("code", site.NewCode(site.World.TokenIds[0])));
        Assert.Equal(HttpStatusCode.BadRequest, site.Page.Status);
        Assert.Equal("active", (await site.GetAsync("/desk/credential/" + own)).Text("state"));
    }
}
