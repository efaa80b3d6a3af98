using HwToken.Demo;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Bank;

/// <summary>A token whose button was pressed many times before it was registered: it cannot be reset, so two codes in a row register it.</summary>
public class FarAheadTests
{
    [Fact]
    public async Task Two_codes_register_a_token_that_one_code_did_not()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount customer = site.World.Customers[0];
        string token = site.World.TokenIds[0];
        PressManyTimes(site, token);
        await site.SendAsync("/bank/sign-in?for=register", ("for", "register"), ("user", customer.Id), ("password", customer.Password));
        Assert.DoesNotContain("two-codes", site.Page.Marks("is"));
        await site.PostAsync("/bank/register", ("id", token), ("code", site.NewCode(token)));
        Assert.Equal("RMCFXLGN001028E", site.Page.Text("error"));
        Assert.Contains("two-codes", site.Page.Marks("is"));
        await site.SendAsync("/bank/register?codes=2", ("id", token), ("code1", site.NewCode(token)), ("code2", site.NewCode(token)));
        Assert.Equal(token, site.Page.Text("token"));
    }

    [Fact]
    public async Task A_change_to_a_token_that_is_ahead_works_the_same_way_and_the_old_token_is_never_asked_for_two()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        DemoAccount customer = site.World.Customers[0];
        (string old, string fresh) = (site.World.TokenIds[1], site.World.TokenIds[0]);
        await site.RegisterAsync(customer, old);
        PressManyTimes(site, fresh);
        await site.SendAsync("/bank/sign-in?for=change", ("for", "change"), ("user", customer.Id), ("password", customer.Password));
        await site.PostAsync("/bank/change", ("code", "000000"));
        Assert.DoesNotContain("two-codes", site.Page.Marks("is"));
        await site.PostAsync("/bank/change", ("code", site.NewCode(old)));
        await site.PostAsync("/bank/change", ("id", fresh), ("code", site.NewCode(fresh)));
        Assert.Contains("two-codes", site.Page.Marks("is"));
        await site.SendAsync("/bank/change?codes=2", ("id", fresh), ("code1", site.NewCode(fresh)), ("code2", site.NewCode(fresh)));
        Assert.Equal(fresh, site.Page.Text("token"));
    }

    private static void PressManyTimes(PortalSite site, string token)
    {
        for (int press = 0; press < 15; press++)
        {
            site.NewCode(token);
        }
    }
}
