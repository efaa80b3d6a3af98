using HwToken.Browser.Portal.People;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>The software keyboard of the demonstration service, by mouse and by the keyboard alone.</summary>
public class SoftwareKeyboardStoryTests(Chromium chromium)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_mouse_alone_types_a_password_and_a_code(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await customer.SignsInAsync(window.Hotp);
        await customer.ChangesPasswordAsync("Harbor2026");

        await window.GoAsync("/bank/sign-in");
        await window.Field("user").FillAsync(customer.Id);
        ILocator board = await OpenAsync(window, "password");
        string order = string.Concat(await Keys(board).AllTextContentsAsync());
        Assert.Equal(Digits + Letters, string.Concat(order.Order()));
        Assert.NotEqual(Digits + Letters, order);
        await window.PictureAsync("keyboard");

        // One character a press: a wrong one is taken back, capitals come by the shift key.
        ILocator wide = board.Locator(".wide");
        await ClickAsync(board, "x");
        await wide.Nth(1).ClickAsync();
        await Assertions.Expect(window.Field("password")).ToHaveValueAsync("");
        await wide.Nth(0).ClickAsync();
        await ClickAsync(board, "H");
        await wide.Nth(0).ClickAsync();
        foreach (char key in "arbor2026")
        {
            await ClickAsync(board, key.ToString());
        }

        // Cancelling gives back what stood there before.
        await wide.Nth(3).ClickAsync();
        await Assertions.Expect(window.Field("password")).ToHaveValueAsync("");
        board = await OpenAsync(window, "password");
        await board.Locator(".wide").Nth(0).ClickAsync();
        await ClickAsync(board, "H");
        await board.Locator(".wide").Nth(0).ClickAsync();
        foreach (char key in "arbor2026")
        {
            await ClickAsync(board, key.ToString());
        }

        await board.Locator(".wide").Nth(2).ClickAsync();
        await Assertions.Expect(window.Field("password")).ToHaveValueAsync("Harbor2026");
        await window.SubmitAsync("password");
        await window.ExpectPathAsync("/bank/code");

        ILocator pad = await OpenAsync(window, "code");
        Assert.Equal(Digits, string.Concat(string.Concat(await Keys(pad).AllTextContentsAsync()).Order()));
        await window.PictureAsync("keyboard-digits");
        foreach (char key in window.Tokens.NewCode(window.Hotp))
        {
            await ClickAsync(pad, key.ToString());
        }

        await pad.Locator(".wide").Nth(1).ClickAsync();
        await window.SubmitAsync("code");
        await window.ExpectPathAsync("/bank/account");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_keyboard_alone_opens_it_types_a_password_and_a_code_and_signs_in(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        await customer.RegistersAsync(window.Hotp);
        await window.GoAsync("/bank/sign-in");
        IKeyboard keys = window.Page.Keyboard;
        await Assertions.Expect(window.Field("user")).ToBeFocusedAsync();
        await keys.TypeAsync(customer.Id);
        await keys.PressAsync("Tab");
        await Assertions.Expect(window.Field("password")).ToBeFocusedAsync();
        await TypeAsync(window, "password", customer.Password);
        await keys.PressAsync("Enter");
        await window.ExpectPathAsync("/bank/code");
        await Assertions.Expect(window.Field("code")).ToBeFocusedAsync();

        // Escape closes it and gives back what stood there.
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Space");
        await Assertions.Expect(window.Field("code")).Not.ToHaveValueAsync("");
        await keys.PressAsync("Escape");
        await Assertions.Expect(window.Field("code")).ToHaveValueAsync("");
        await keys.PressAsync("Shift+Tab");
        await TypeAsync(window, "code", window.Tokens.NewCode(window.Hotp));
        await keys.PressAsync("Enter");
        await customer.IsInAsync();
    }

    /// <summary>From the field: Tab to the opener, Enter, then Tab from key to key, Enter on each wanted one, and Confirm.</summary>
    private static async Task TypeAsync(DemoWindow window, string field, string text)
    {
        IKeyboard keys = window.Page.Keyboard;
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        ILocator board = window.Page.GetByRole(AriaRole.Group);
        await Assertions.Expect(board).ToBeVisibleAsync();
        string order = string.Concat(await Keys(board).AllTextContentsAsync());
        int place = 0;
        foreach (char wanted in text)
        {
            place = await GoAsync(keys, place, order.IndexOf(wanted, StringComparison.Ordinal));
            await keys.PressAsync("Enter");
        }

        await Assertions.Expect(window.Field(field)).ToHaveValueAsync(text);
        int all = await board.Locator("button").CountAsync();

        // Confirm is the last but one.
        await GoAsync(keys, place, all - 2);
        await keys.PressAsync("Enter");
        await Assertions.Expect(board).ToBeHiddenAsync();
        await Assertions.Expect(window.Field(field)).ToBeFocusedAsync();
    }

    private static async Task<int> GoAsync(IKeyboard keys, int from, int to)
    {
        for (int step = 0; step < Math.Abs(to - from); step++)
        {
            await keys.PressAsync(to > from ? "Tab" : "Shift+Tab");
        }

        return to;
    }

    private static async Task<ILocator> OpenAsync(DemoWindow window, string field)
    {
        await window.Page.Locator($".field:has([name='{field}']) button[aria-expanded=false]").ClickAsync();
        ILocator board = window.Page.GetByRole(AriaRole.Group);
        await Assertions.Expect(board).ToBeVisibleAsync();
        return board;
    }

    private static ILocator Keys(ILocator board) => board.Locator("button:not(.wide)");

    private static Task ClickAsync(ILocator board, string key) => Keys(board).GetByText(key, new LocatorGetByTextOptions { Exact = true }).ClickAsync();
}
