using HwToken.Browser.Portal.People;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Habits;

/// <summary>Whole errands without a mouse: the Tab key, typing, Enter.</summary>
public class KeyboardAloneTests(Chromium chromium, SharedDemo demo) : IClassFixture<SharedDemo>
{
    /// <summary>More stops than any page has before its form's fields and buttons.</summary>
    private const int MostStops = 60;

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_token_is_registered_tested_reset_used_stopped_and_reported_lost_without_a_mouse(string language)
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, language);
        Customer customer = window.OtherCustomer;
        string token = window.Software;
        await window.GoAsync("/bank/sign-in?for=register");
        await TypeAsync(window, ("user", customer.Id), ("password", customer.Password));
        await window.ExpectPathAsync("/bank/register");
        await TypeAsync(window, ("id", token), ("code", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/test");
        await TypeAsync(window, ("id", token), ("code", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/reset");
        await TypeAsync(window, ("id", token));
        await Assertions.Expect(window.Field("code1")).ToBeFocusedAsync();
        await TypeAsync(window, ("code1", window.Tokens.NewCode(token)), ("code2", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/bank/sign-in?for=stop");
        await TypeAsync(window, ("user", customer.Id), ("password", customer.Password));
        await Assertions.Expect(window.Field("code")).ToBeFocusedAsync();
        await TypeAsync(window, ("code", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/bank/lost");
        await TypeAsync(window, ("user", customer.Id), ("password", customer.Password));
        await window.ExpectSuccessAsync();
    }

    [Fact]
    public async Task The_desk_is_opened_a_token_is_found_suspended_and_resumed_without_a_mouse()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en");
        await window.GoAsync("/desk/sign-in");
        await TypeAsync(window, ("name", window.World.Operator.Id), ("password", window.World.Operator.Password), ("code", window.Tokens.NewCode(window.World.OperatorTokenId)));
        await window.ExpectPathAsync("/desk");
        await TypeAsync(window, ("id", window.Totp[^6..]));
        await EnterAsync(window, window.Page.Locator("main tbody a"));
        await window.ExpectPathAsync("/desk/credential/" + window.Totp);
        foreach ((string verb, string state) in (ValueTuple<string, string>[])[("suspend", "suspended"), ("resume", "inactive")])
        {
            await EnterAsync(window, window.Page.Locator($"main button[value={verb}]"));
            await window.ExpectSuccessAsync();
            await Assertions.Expect(window.What("state")).ToHaveClassAsync("state " + state);
        }
    }

    /// <summary>Goes to each field with the Tab key, types, and sends the form from the last one.</summary>
    private static async Task TypeAsync(DemoWindow window, params (string Name, string Value)[] fields)
    {
        foreach ((string name, string value) in fields)
        {
            await StepToAsync(window, window.Field(name));
            await window.Page.Keyboard.TypeAsync(value);
        }

        await SendAsync(window);
    }

    private static async Task EnterAsync(DemoWindow window, ILocator what)
    {
        await StepToAsync(window, what);
        await SendAsync(window);
    }

    private static Task SendAsync(DemoWindow window) => window.Page.ToNextAsync(() => window.Page.Keyboard.PressAsync("Enter"));

    private static async Task StepToAsync(DemoWindow window, ILocator what)
    {
        for (int stop = 0; !await what.EvaluateAsync<bool>("e => e === document.activeElement"); stop++)
        {
            Assert.True(stop < MostStops, $"the Tab key does not come to {what}");
            await window.Page.Keyboard.PressAsync("Tab");
        }
    }
}
