namespace HwToken.Browser.Portal;

/// <summary>Locked, unlocked, replaced, revoked; lost tokens, locked passwords, expired contracts.</summary>
public class DeskStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Ten_wrong_codes_lock_and_only_the_desk_unlocks_replaces_and_revokes(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        var customer = window.World.Customers[0];
        string token = window.World.TokenIds[0];
        string spare = window.World.TokenIds[1];
        await window.RegisterAsync(customer, token);
        await window.PasswordAsync(customer);
        for (int failure = 1; failure <= 10; failure++)
        {
            await window.SendAsync(("code", "000000"));
            await window.ExpectErrorAsync("RMCFXLGN001028E");
        }

        await window.SendAsync(("code", window.NewCode(token)));
        await window.ExpectErrorAsync("RMCFXLGN001029E");
        await window.PictureAsync("bank-locked");

        await window.OpenDeskAsync();
        await window.FillAsync("id", token[..6]);
        await window.ClickAsync();
        await window.PictureAsync("desk-search");
        await window.ClickAsync($"main a[href='/desk/credential/{token}']");
        await window.ExpectAsync("failures", "10");
        await window.PictureAsync("desk-locked");
        await window.ClickAsync("main button[value=unlock]");
        await window.ExpectSuccessAsync();
        await window.ExpectAsync("failures", "0");

        await window.PasswordAsync(customer);
        await window.SendAsync(("code", window.NewCode(token)));
        await window.ExpectPathAsync("/bank/password");

        await window.GoAsync("/desk/replace");
        await window.FillAsync("old", token);
        await window.FillAsync("new", spare);
        await window.FillAsync("code", window.NewCode(spare));
        await window.ClickAsync("main button.danger");
        await window.ExpectSuccessAsync();
        await window.PictureAsync("desk-replace");
        await window.PasswordAsync(customer);
        await window.SendAsync(("code", window.NewCode(token)));
        await window.ExpectErrorAsync("RMCFXLGN001031E");

        await window.GoAsync("/desk/credential/" + spare);
        await window.ClickAsync("main button[value=revoke]");
        Assert.True(await window.Page.Locator(".notice.bad").IsVisibleAsync());
        await window.Page.Locator("#sure").CheckAsync();
        await window.ClickAsync("main button[value=revoke]");
        await window.ExpectSuccessAsync();
        await window.GoAsync("/desk/audit");
        await window.ClickAsync("main form[action='/desk/audit'][method=post] button");
        await window.ExpectSuccessAsync();
        await window.PictureAsync("desk-audit");
        await window.ClickAsync(".desk-head button");
        await window.GoAsync("/desk");
        await window.ExpectPathAsync("/desk/sign-in");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_causes_are_told_apart_to_who_knows_the_password(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        var customer = window.World.Customers[0];
        string token = window.World.TokenIds[0];
        await window.PasswordAsync(window.World.Customers[3]);
        await window.ExpectErrorAsync("RMCFXLG001004E");
        await window.RegisterAsync(customer, token);
        await window.GoAsync("/bank/why");
        await window.SendAsync(("user", customer.Id), ("password", customer.Password), ("code", "000000"));
        await window.ExpectErrorAsync("RMCFXLGN001028E");
        await window.PictureAsync("why");
        await window.SendAsync(("user", customer.Id), ("password", customer.Password), ("code", window.NewCode(token)));
        await window.ExpectSuccessAsync();

        for (int failure = 1; failure <= 5; failure++)
        {
            await window.PasswordAsync(customer, password: "wrong" + failure);
            await window.ExpectErrorAsync("RMCFXLG001001E");
        }

        await window.PasswordAsync(customer);
        await window.ExpectErrorAsync("RMCFXLG001002E");
        await window.OpenDeskAsync();
        await window.GoAsync("/desk/customers");
        await window.PictureAsync("desk-customers");
        await window.ClickAsync($"tr[data-user='{customer.Id}'] button[value=unlock]");

        await window.GoAsync("/bank/lost");
        await window.FillAsync("user", customer.Id);
        await window.FillAsync("password", customer.Password);
        await window.ClickAsync("main button.danger");
        await window.ExpectSuccessAsync();
        await window.PasswordAsync(customer);
        await window.ExpectErrorAsync("RMCFXLGN001030E");
        await window.GoAsync("/help?code=RMCFXLGN001030E");
        Assert.True(await window.Page.Locator("[data-is=cause]").IsVisibleAsync());
        await window.PictureAsync("help");
    }
}
