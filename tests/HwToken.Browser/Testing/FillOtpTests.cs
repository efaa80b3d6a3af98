using HwToken.Testing;
using HwToken.Testing.Playwright;
using Microsoft.Playwright;

namespace HwToken.Browser.Testing;

/// <summary>HwToken.Testing.Playwright types codes into real fields.</summary>
/// <param name="chromium">The browser.</param>
public sealed class FillOtpTests(Chromium chromium)
{
    private const string RfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private const string Digit = "<input class=\"digit\" autocomplete=\"one-time-code\" maxlength=\"1\">";

    [Fact]
    public async Task The_pages_field_for_codes_is_found_by_its_mark_and_Enter_sends_the_form()
    {
        await using var otp = new OtpSimulator();
        await using OtpToken token = await otp.HotpAsync(RfcSecret);
        await using PageOf open = await PageOf.OpenAsync(chromium, "<form onsubmit=\"document.title = this.code.value; return false\"><input name=\"user\"><input name=\"code\" autocomplete=\"section-a one-time-code\"><button>go</button></form>");
        OtpCode code = await open.Page.FillOtpAsync(token, new OtpFillOptions { Enter = true, Pressed = true });
        Assert.Equal(("755224", true), (code.Value, code.IsPressed));
        Assert.Equal("755224", await open.Page.TitleAsync());
        Assert.Equal("", await open.Page.Locator("[name=user]").InputValueAsync());
    }

    [Fact]
    public async Task One_field_a_digit_gets_a_digit_each()
    {
        await using var otp = new OtpSimulator();
        await using OtpToken token = await otp.HotpAsync(RfcSecret);
        await using PageOf open = await PageOf.OpenAsync(chromium, string.Concat(Enumerable.Repeat(Digit, 6)));
        await open.Page.FillOtpAsync(token);
        Assert.Equal("755224", await open.Page.Locator(".digit").EvaluateAllAsync<string>("all => all.map(one => one.value).join('')"));
    }

    [Fact]
    public async Task Fields_that_are_neither_one_nor_a_digit_each_cost_no_code_and_say_what_to_give()
    {
        await using var otp = new OtpSimulator();
        await using OtpToken token = await otp.HotpAsync(RfcSecret);
        await using PageOf open = await PageOf.OpenAsync(chromium, Digit + Digit);
        OtpException refusal = await Assert.ThrowsAsync<OtpException>(() => open.Page.Locator(".digit").FillOtpAsync(token));
        Assert.Contains("2 fields match", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("755224", await token.NextCodeAsync());
    }

    /// <summary>A page of one test.</summary>
    private sealed class PageOf(IBrowserContext context, IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public static async Task<PageOf> OpenAsync(Chromium chromium, string html)
        {
            IBrowserContext context = await chromium.Browser.NewContextAsync();
            context.SetDefaultTimeout(Chromium.PatienceMs);
            IPage page = await context.NewPageAsync();
            await page.SetContentAsync(html);
            return new PageOf(context, page);
        }

        public async ValueTask DisposeAsync() => await context.DisposeAsync();
    }
}
