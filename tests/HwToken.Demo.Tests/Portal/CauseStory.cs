using HwToken.Demo;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>How each cause comes about; the last page is the bank's answer to "why?".</summary>
internal static class CauseStory
{
    public static async Task PlayAsync(PortalSite site, string cause)
    {
        DemoAccount customer = site.World.Customers[0];
        string token = site.World.TokenIds[0];
        switch (cause)
        {
            case "sign-in-wrong":
                await site.WhyAsync(customer, password: "wrong1");
                return;
            case "contract-expired":
                await site.WhyAsync(site.World.Customers[3]);
                return;
            case "password-locked":
                for (int failure = 1; failure <= 5; failure++)
                {
                    await site.WhyAsync(customer, password: "wrong" + failure);
                }

                await site.WhyAsync(customer);
                return;
            case "password-expired":
                await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", customer.Id), ("password", customer.Password));
                await site.PostAsync("/bank/password", ("password", customer.Password), ("new1", "Harbor2026x"), ("new2", "Harbor2026x"));
                site.Pass(TimeSpan.FromDays(91));
                await site.WhyAsync(customer, password: "Harbor2026x");
                return;
            case "no-token":
                await site.WhyAsync(customer);
                return;
        }

        await site.RegisterAsync(customer, token);
        await site.WhyAsync(customer, await CodeAsync(site, cause, customer, token));
    }

    /// <summary>Brings a registered token into its state.</summary>
    /// <returns>The code to ask with.</returns>
    private static async Task<string> CodeAsync(PortalSite site, string cause, DemoAccount customer, string token)
    {
        switch (cause)
        {
            case "code-wanted":
                return "";
            case "code-mistyped":
                return "12345";
            case "code-refused":
                return "000000";
            case "code-used":
                string used = site.NewCode(token);
                await site.WhyAsync(customer, used);
                Assert.Equal("nothing-wrong", site.Page.Marks("cause").Single());
                return used;
            case "token-locked":
                for (int failure = 1; failure <= 10; failure++)
                {
                    await site.WhyAsync(customer, $"{failure:D6}");
                }

                break;
            case "token-suspended":
                await site.DeskAsync(token, "suspend");
                break;
            case "token-revoked":
                await site.DeskAsync(token, "revoke");
                break;
            case "reported-lost":
                await site.SendAsync("/bank/lost", ("user", customer.Id), ("password", customer.Password));
                break;
        }

        return site.NewCode(token);
    }
}
