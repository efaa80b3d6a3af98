using System.Net;
using System.Text.RegularExpressions;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>Whose a token is, at the bank and at the desk.</summary>
public class HolderTests
{
    [Fact]
    public async Task A_customers_registration_names_the_holder_and_the_desk_finds_the_token_by_it()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string user = site.World.Customers[0].Id;
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(site.World.Customers[0], token);
        await site.OpenDeskAsync();
        await site.GetAsync("/desk?id=" + user[1..]);
        Assert.Contains($"/desk/credential/{token}\"", site.Page.Html);
        Assert.Contains($">{user}</td>", site.Page.Html);
        Assert.Equal(user, (await site.GetAsync("/desk/credential/" + token)).Text("holder"));

        // The audit tells that it was set; whose it is it tells nowhere, in no file either.
        Assert.Contains("holder set", site.Page.Words);
        foreach (string file in (string[])["", "&handler=file&kind=csv", "&handler=file&kind=json"])
        {
            Assert.DoesNotContain(user, (await site.GetAsync($"/desk/audit?id={token}{file}")).Html);
        }
    }

    [Fact]
    public async Task What_was_found_is_saved_as_a_file_with_its_holders_and_the_audit_tells_who_took_how_many()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(site.World.Customers[0], token);
        await site.OpenDeskAsync();
        await site.GetAsync($"/desk?id={site.World.Customers[0].Id}&state=active");
        await site.PostAsync(Regex.Match(site.Page.Words, "action=\"([^\"]*)\"[^>]*data-is=\"export\"").Groups[1].Value);
        string[] lines = site.Page.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("credentialId,writtenId,holder,state,", lines[0].TrimStart((char)0xFEFF));
        Assert.StartsWith($"{token},{token},{site.World.Customers[0].Id},active,", Assert.Single(lines[1..]));
        await site.GetAsync("/desk/audit?what=export");
        Assert.Equal(["desk:operator"], site.Page.Marks("actor"));
        Assert.Contains("1 credentials", site.Page.Words);
        Assert.DoesNotContain(site.World.Customers[0].Id, site.Page.Words);
    }

    [Fact]
    public async Task The_desk_saves_a_holder_and_refuses_names_of_people_in_its_field()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string page = "/desk/credential/" + site.World.TokenIds[0];
        await site.OpenDeskAsync();
        await site.GetAsync(page);
        await site.PostAsync(page + "?handler=holder", ("holder", "Taro Mori"), ("reason", ""));
        Assert.Equal(HttpStatusCode.BadRequest, site.Page.Status);
        Assert.Contains("a user name or a number", site.Page.Words);
        Assert.Contains("value=\"Taro Mori\"", site.Page.Html);
        await site.PostAsync(page + "?handler=holder", ("holder", "t.mori"), ("reason", "T-9"));
        Assert.StartsWith(page + "?result=", site.Page.Address);
        Assert.Equal("t.mori", site.Page.Text("holder"));
        Assert.Contains("holder set: T-9", site.Page.Words);
        await site.PostAsync(page + "?handler=holder", ("holder", ""), ("reason", ""));
        Assert.Equal("-", site.Page.Text("holder"));
        Assert.Contains("nobody's now", site.Page.Words);
    }

    [Fact]
    public async Task A_replacement_at_the_desk_brings_the_holder_along_and_keeps_its_reason()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string user = site.World.Customers[0].Id;
        (string old, string fresh) = (site.World.TokenIds[0], site.World.TokenIds[1]);
        await site.RegisterAsync(site.World.Customers[0], old);
        await site.OpenDeskAsync();
        await site.SendAsync("/desk/replace", ("old", old), ("new", fresh), ("code", "12345"), ("reason", "T-8"));
        Assert.Contains("value=\"T-8\"", site.Page.Html);
        await site.PostAsync("/desk/replace", ("old", old), ("new", fresh), ("code", site.NewCode(fresh)), ("reason", "T-8"));
        Assert.Contains("success", site.Page.Marks("is"));
        Assert.Equal(user, (await site.GetAsync("/desk/credential/" + fresh)).Text("holder"));
        Assert.Equal("-", (await site.GetAsync("/desk/credential/" + old)).Text("holder"));
        Assert.Contains($"{fresh} T-8", site.Page.Words);
        Assert.DoesNotContain("holder-form", site.Page.Marks("is"));
    }
}
