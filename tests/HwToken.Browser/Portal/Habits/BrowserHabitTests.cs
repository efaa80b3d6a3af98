using HwToken.Browser.Portal.People;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Habits;

/// <summary>What people do to every page without thinking: reload it, go back, click twice, open it in two tabs. Nothing is lost, nothing happens twice, and no
/// page says the opposite of what happened.</summary>
public class BrowserHabitTests(Chromium chromium, SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task A_reload_shows_what_happened_again_and_does_nothing()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en");
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await ReloadsAsync(window);
        await window.Visitor.TestsAsync(window.Hotp, window.Tokens.NewCode(window.Hotp));
        await ReloadsAsync(window);
        await window.Visitor.TestsAsync(window.Hotp, "12345");
        await ReloadsAsync(window);
        await window.Visitor.ResetsAsync(window.Hotp);
        await ReloadsAsync(window);
        await customer.TypesPasswordAsync(password: "wrong");
        await ReloadsAsync(window);
        await customer.TypesPasswordAsync("stop");
        await customer.TypesCodeAsync(window.Tokens.NewCode(window.Hotp));
        await window.ExpectSuccessAsync();
        await ReloadsAsync(window);
        await window.GoAsync("/bank/lost");
        await window.SendAsync(("user", customer.Id), ("password", customer.Password));
        await window.ExpectSuccessAsync();
        await ReloadsAsync(window);

        await window.Desk.OpenAsync();
        await window.Desk.DoesAsync("suspend", window.Hotp);
        await ReloadsAsync(window);
        await window.Desk.DoesAsync("resume", window.Hotp);
        await ReloadsAsync(window);
        Assert.Equal(["resume", "suspend"], (await EventsAsync(window)).Take(2));
    }

    [Fact]
    public async Task Back_leads_from_every_refusal_to_the_form_which_works()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "ja");
        Customer customer = window.OneCodeCustomer;
        await customer.TypesPasswordAsync("register");
        await window.SendAsync(("id", window.Hotp), ("code", "12345"));
        await BackAsync(window, "id");
        await window.SendAsync(("id", window.Hotp), ("code", window.Tokens.NewCode(window.Hotp)));
        await window.ExpectSuccessAsync();

        await window.Visitor.TestsAsync(window.Hotp, "12345");
        await BackAsync(window, "code");
        await window.SendAsync(("id", window.Hotp), ("code", window.Tokens.NewCode(window.Hotp)));
        await window.ExpectSuccessAsync();

        await window.Visitor.BeginsResetAsync(window.Hotp);
        await window.Visitor.TypesBothAsync("12345", "12345");
        await BackAsync(window, "code1");
        await window.Visitor.TypesBothAsync(window.Tokens.NewCode(window.Hotp), window.Tokens.NewCode(window.Hotp));
        await window.ExpectSuccessAsync();

        await customer.TypesPasswordAsync(password: "wrong");
        await BackAsync(window, "user");
        await window.SendAsync(("user", customer.Id), ("password", customer.Password));
        await window.SendAsync(("code", "12345"));
        await BackAsync(window, "code");
        await customer.TypesCodeAsync(window.Tokens.NewCode(window.Hotp));
        await customer.IsInAsync();

        await window.GoAsync("/desk/sign-in");
        await window.Desk.TypesAsync("wrong", "123456");
        await BackAsync(window, "name");
        await window.Desk.TypesAsync(window.World.Operator.Password, window.Tokens.NewCode(window.World.OperatorTokenId));
        await window.ExpectPathAsync("/desk");
    }

    [Fact]
    public async Task A_double_click_counts_once_on_every_button_that_uses_a_code_up()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en");
        Customer customer = window.OneCodeCustomer;
        await customer.TypesPasswordAsync("register");
        await TwiceAsync(window, ("id", window.Totp), ("code", window.Tokens.NewCode(window.Totp)));
        await window.ExpectSuccessAsync();
        await window.GoAsync("/test");
        await TwiceAsync(window, ("id", window.Totp), ("code", window.Tokens.NewCode(window.Totp)));
        await window.ExpectSuccessAsync();
        await window.Visitor.BeginsResetAsync(window.Totp);
        await TwiceAsync(window, ("code1", window.Tokens.NewCode(window.Totp)), ("code2", window.Tokens.NewCode(window.Totp)));
        await window.ExpectSuccessAsync();
        await customer.TypesPasswordAsync();
        await TwiceAsync(window, ("code", window.Tokens.NewCode(window.Totp)));
        await customer.IsInAsync();
        await customer.TypesPasswordAsync("stop");
        await TwiceAsync(window, ("code", window.Tokens.NewCode(window.Totp)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/desk/sign-in");
        await TwiceAsync(window, ("name", window.World.Operator.Id), ("password", window.World.Operator.Password), ("code", window.Tokens.NewCode(window.World.OperatorTokenId)));
        await window.ExpectPathAsync("/desk");
        await window.Desk.LooksAtAsync(window.Totp);
        await TwiceAsync(window, ("holder", "t.mori"));
        await window.ExpectSuccessAsync();
        await window.ExpectAsync("holder", "t.mori");
    }

    [Fact]
    public async Task Two_tabs_do_not_get_in_each_others_way()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en");
        Customer customer = window.OneCodeCustomer;
        IPage first = window.Page;
        IPage second = await window.OpenTabAsync();
        await customer.RegistersAsync(window.Hotp);

        // Two refusals, each in its own tab, also after a reload.
        await window.Visitor.TestsAsync(window.Hotp, "12345");
        window.TurnTo(second);
        await window.Visitor.TestsAsync("DPHT00000009", "12345");
        await ReloadsAsync(window);
        await window.ExpectAsync("credential", "DPHT00000009");
        window.TurnTo(first);
        await ReloadsAsync(window);
        await window.ExpectAsync("credential", window.Hotp);

        // Signed out in one tab: the other is told, and begins again.
        await customer.TypesPasswordAsync();
        await window.ExpectPathAsync("/bank/code");
        window.TurnTo(second);
        await window.GoAsync("/bank/code");
        await window.ClickAsync(window.Page.Locator("button[form=cancel]"));
        window.TurnTo(first);
        await customer.TypesCodeAsync(window.Tokens.NewCode(window.Hotp));
        await window.ExpectPathAsync("/bank/sign-in");
        await customer.SignsInAsync(window.Hotp);

        // The same token on two pages of the desk: the second act is told that the first has been done.
        await window.Desk.OpenAsync();
        await window.Desk.LooksAtAsync(window.Hotp);
        window.TurnTo(second);
        await window.Desk.LooksAtAsync(window.Hotp);
        await window.ChooseAsync("verb", "suspend");
        await window.ExpectSuccessAsync();
        window.TurnTo(first);
        await window.ChooseAsync("verb", "suspend");
        await window.ExpectErrorAsync(ErrorTable.WrongState);
        await Assertions.Expect(window.What("state")).ToHaveClassAsync("state suspended");
        await window.Desk.DoesAsync("resume", window.Hotp);
    }

    private static async Task ReloadsAsync(DemoWindow window)
    {
        string address = window.Page.Url;
        string before = await window.Page.Locator("main").InnerTextAsync();
        await window.Page.ReloadAsync();
        Assert.Equal((address, before), (window.Page.Url, await window.Page.Locator("main").InnerTextAsync()));
    }

    private static async Task BackAsync(DemoWindow window, string field)
    {
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Field(field)).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    /// <summary>Fills fields and presses their form's button twice. The answer to the first click waits until the second has come, or a slow machine would make it
    /// a click on the next page.</summary>
    private static async Task TwiceAsync(DemoWindow window, params (string Name, string Value)[] fields)
    {
        IPage page = window.Page;
        foreach ((string name, string value) in fields)
        {
            await window.Field(name).FillAsync(value);
        }

        var isCarriedOut = new TaskCompletionSource();
        var isClickedAgain = new TaskCompletionSource();
        int posts = 0;
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method != "POST" || Interlocked.Increment(ref posts) > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
            isCarriedOut.SetResult();
            await isClickedAgain.Task;
        });
        ILocator button = page.Locator("main form").Filter(new LocatorFilterOptions { Has = page.Locator($"[name='{fields[^1].Name}']") }).Locator("button[type=submit]").First;
        await button.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult place = (await button.BoundingBoxAsync())!;
        (float x, float y) = (place.X + (place.Width / 2), place.Y + (place.Height / 2));
        await page.ToNextAsync(async () =>
        {
            await page.Mouse.ClickAsync(x, y);
            await isCarriedOut.Task.WaitAsync(TimeSpan.FromMinutes(2));
            await page.Mouse.ClickAsync(x, y);
        });
        isClickedAgain.SetResult();
        await page.UnrouteAllAsync(new PageUnrouteAllOptions { Behavior = UnrouteBehavior.IgnoreErrors });
        Assert.Equal(2, posts);
    }

    private static async Task<string[]> EventsAsync(DemoWindow window)
    {
        await window.GoAsync("/desk/audit?id=" + window.Hotp);
        return await window.Page.Locator("main tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.event)");
    }
}
