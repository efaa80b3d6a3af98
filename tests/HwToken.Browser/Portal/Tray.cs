using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>The tray's own page: buttons are clicked, displays and clocks are read as a person sees them.</summary>
internal sealed class Tray
{
    private readonly IPage page;

    private Tray(IPage page) => this.page = page;

    public IPage Page => page;

    public static async Task<Tray> OpenAsync(IPage page, Uri url)
    {
        await page.GotoAsync(new Uri(url, "/demo/tray").AbsoluteUri);
        return new Tray(page);
    }

    /// <summary>Waits out the hold-off with the clocks' buttons, presses the token's button and reads its display.</summary>
    public async Task<string> NewCodeAsync(string credentialId)
    {
        await SendAsync(page.Locator("[data-quick]"));
        ILocator token = page.Locator($"[data-credential='{credentialId}']");
        await SendAsync(token.Locator("[data-press]"));
        ILocator display = token.Locator("[data-code]");
        await Assertions.Expect(display).ToHaveAttributeAsync("data-code", new Regex("^[0-9]{6}$"));
        string code = (await display.GetAttributeAsync("data-code"))!;

        // What a screen reader says is what stands on the display.
        await Assertions.Expect(display).ToHaveAttributeAsync("aria-label", new Regex(code + "$"));
        return code;
    }

    /// <summary>Moves <c>both</c>, <c>server</c> or <c>tokens</c> on by one of the spans that the tray offers.</summary>
    public async Task MoveAsync(string who, int seconds)
    {
        await OpenMoreAsync();
        await page.Locator("select[name=by]").SelectOptionAsync(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await SendAsync(page.Locator($"#more button[name=who][value={who}]"));
    }

    /// <summary>What is rarely used stands behind "more"; once opened it stays open.</summary>
    private async Task OpenMoreAsync()
    {
        if (!await page.Locator("#more").EvaluateAsync<bool>("more => more.open"))
        {
            await page.Locator("#more > summary").ClickAsync();
        }
    }

    private Task SendAsync(ILocator button) => page.ToNextAsync(() => button.ClickAsync());
}
