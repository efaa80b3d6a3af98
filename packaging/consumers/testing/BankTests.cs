// Signs in at the demonstration's bank with Playwright and a code of the simulator that HWTOKEN_SIM_URL names.
using HwToken.Testing;
using HwToken.Testing.Playwright;
using Microsoft.Playwright;

public sealed class BankTests
{
    private const float Patience = 120_000;

    [Fact]
    public async Task A_customer_signs_in_with_a_code_from_the_display()
    {
        await using OtpSimulator otp = OtpSimulator.FromEnvironment();

        // Bank and token go by one clock, which waits for this machine however busy it is.
        otp.Clock.Freeze();
        await using OtpToken token = await otp.LeaseAsync("bank");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM"), Args = ["--no-sandbox", "--disable-gpu"], Timeout = Patience });
        IPage page = await browser.NewPageAsync(new() { Locale = "en-US", BaseURL = Environment.GetEnvironmentVariable("HWTOKEN_SIM_URL") });
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync("/bank/sign-in");
        await page.GetByLabel("User ID").FillAsync(token.CredentialId);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("sample2026");
        await page.Keyboard.PressAsync("Enter");
        await page.FillOtpAsync(token, new OtpFillOptions { Pressed = true, Enter = true });
        await page.GetByRole(AriaRole.Heading, new() { Name = "You are signed in" }).WaitForAsync();
    }
}
