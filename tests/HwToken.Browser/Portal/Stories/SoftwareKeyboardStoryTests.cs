using HwToken.Browser.Portal.People;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>The software keyboard of the demonstration service, by mouse and by the keyboard alone.</summary>
public class SoftwareKeyboardStoryTests(Chromium chromium)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Rows = "1234567890 qwertyuiop asdfghjkl zxcvbnm";

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
        ILocator board = await OpenAsync(window);
        Assert.Equal(Rows, string.Join(' ', await board.Locator(".keys").AllTextContentsAsync()));
        await window.PictureAsync("keyboard");

        // One character a press: a wrong one is taken back, capitals come by their own key.
        await ClickAsync(board, "x");
        await Act(board, 0).ClickAsync();
        await Assertions.Expect(window.Field("password")).ToHaveValueAsync("");
        await TypeByMouseAsync(board, "Harbor2026");

        // Cancelling gives back what stood there before.
        await Act(board, 4).ClickAsync();
        await Assertions.Expect(window.Field("password")).ToHaveValueAsync("");

        // Shuffled by choice: the same keys in another order, digits above letters, remembered on the next page.
        board = await OpenAsync(window);
        await Act(board, 2).ClickAsync();
        string order = string.Concat(await Keys(board).AllTextContentsAsync());
        Assert.Equal(Digits, string.Concat(order[..10].Order()));
        Assert.Equal(Letters, string.Concat(order[10..].Order()));
        Assert.NotEqual(Rows.Replace(" ", "", StringComparison.Ordinal), order);
        await TypeByMouseAsync(board, "Harbor2026");
        await Act(board, 3).ClickAsync();
        await Assertions.Expect(window.Field("password")).ToHaveValueAsync("Harbor2026");
        await window.SubmitAsync("password");
        await window.ExpectPathAsync("/bank/code");

        ILocator pad = await OpenAsync(window);
        await Assertions.Expect(Act(pad, 2)).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(Digits, string.Concat(string.Concat(await Keys(pad).AllTextContentsAsync()).Order()));
        await window.PictureAsync("keyboard-digits");
        await TypeByMouseAsync(pad, window.Tokens.NewCode(window.Hotp));
        await Act(pad, 3).ClickAsync();
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
        int all = await board.Locator("button:visible").CountAsync();

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

    [Fact]
    public async Task A_page_with_several_fields_has_one_button_and_types_into_the_field_that_was_entered_last()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.Visitor.BeginsResetAsync(window.Hotp);
        await Assertions.Expect(window.Page.Locator(".keyboard-open")).ToHaveCountAsync(1);
        ILocator board = await OpenAsync(window);
        await ClickAsync(board, "1");
        await window.Field("code2").ClickAsync();
        await ClickAsync(board, "2");
        await ClickAsync(board, "3");
        await Assertions.Expect(window.Field("code1")).ToHaveValueAsync("1");
        await Assertions.Expect(window.Field("code2")).ToHaveValueAsync("23");
        await Act(board, 4).ClickAsync();
        await Assertions.Expect(window.Field("code1")).ToHaveValueAsync("");
        await Assertions.Expect(window.Field("code2")).ToHaveValueAsync("");
    }

    private static async Task<ILocator> OpenAsync(DemoWindow window)
    {
        await window.Page.Locator(".keyboard-open").ClickAsync();
        ILocator board = window.Page.GetByRole(AriaRole.Group);
        await Assertions.Expect(board).ToBeVisibleAsync();
        return board;
    }

    private static async Task TypeByMouseAsync(ILocator board, string text)
    {
        foreach (char key in text)
        {
            if (char.IsUpper(key))
            {
                await Act(board, 1).ClickAsync();
            }

            await ClickAsync(board, key.ToString());
            if (char.IsUpper(key))
            {
                await Act(board, 1).ClickAsync();
            }
        }
    }

    /// <summary>Delete, capitals, shuffle, confirm, cancel.</summary>
    private static ILocator Act(ILocator board, int number) => board.Locator(".acts button").Nth(number);

    private static ILocator Keys(ILocator board) => board.Locator(".keys button");

    private static Task ClickAsync(ILocator board, string key) => Keys(board).GetByText(key, new LocatorGetByTextOptions { Exact = true }).ClickAsync();
}
