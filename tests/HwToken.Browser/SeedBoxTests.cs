using Microsoft.Playwright;

namespace HwToken.Browser;

/// <summary>A blank token is filled with what a person has at hand: a QR code's picture, a bare secret, a seed file.</summary>
public class SeedBoxTests(Chromium chromium)
{
    private const string Base32 = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

    [Fact]
    public async Task The_QR_code_that_one_token_shows_is_read_by_another_in_light_and_dark()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.ProvisionAsync();
        await open.Id("secret-show").ClickAsync();
        ILocator code = open.Page.Locator("#secret-qr svg");
        await Assertions.Expect(code).ToBeVisibleAsync();
        string uri = await open.Id("secret-uri").InputValueAsync();
        byte[] picture = await code.ScreenshotAsync();
        await open.Page.EvaluateAsync("() => { document.querySelector('#secret-qr rect').setAttribute('fill', '#000'); document.querySelector('#secret-qr path').setAttribute('fill', '#fff'); }");
        byte[] dark = await code.ScreenshotAsync();

        await open.Id("new-token").ClickAsync();
        await open.ExpectActivityAsync("line");
        foreach (byte[] one in (byte[][])[picture, dark])
        {
            await open.Id("otpauth").FillAsync("");
            await open.Id("seed-file").SetInputFilesAsync(new FilePayload { Name = "code.png", MimeType = "image/png", Buffer = one });
            await Assertions.Expect(open.Id("otpauth")).ToHaveValueAsync(uri);
        }

        // Dropped, and a picture without a code is told.
        await DropAsync(open, "image/png", Convert.ToBase64String(await open.Id("flip").ScreenshotAsync()));
        await Assertions.Expect(open.Id("problem-text")).ToContainTextAsync("No QR code");
        open.Faults.ForgiveStatus(422);
        await open.Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(open.Id("credential-now")).ToContainTextAsync("HOTP");
        await open.PressAsync();
        Assert.Equal("755224", (await open.ReadCodeAsync()).Code);
    }

    [Theory]
    [InlineData("HOTP")]
    [InlineData("TOTP")]
    public async Task A_bare_Base32_secret_is_enough(string type)
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("token", 3).ClickAsync();
        await open.ExpectActivityAsync("line");
        await Assertions.Expect(open.Id("bare-type")).ToBeHiddenAsync();
        await open.Id("otpauth").FillAsync(Base32);
        await open.Control("bare", type).ClickAsync();
        await open.Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(open.Id("credential-now")).ToContainTextAsync(type);
        await open.Id("secret-show").ClickAsync();
        await Assertions.Expect(open.Id("secret-base32")).ToHaveValueAsync(Base32.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dropped_seed_file_makes_a_token_of_each_of_its_keys()
    {
        const string File = "otpauth://hotp/DPHT00000001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0\notpauth://totp/AVT000000002?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n";
        await using OpenPage open = await OpenPage.OpenAsync(chromium);
        await open.Control("token", 3).ClickAsync();
        await open.ExpectActivityAsync("line");
        await DropAsync(open, "text/plain", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(File)));
        await Assertions.Expect(open.Id("otpauth")).ToHaveValueAsync(File);
        await Assertions.Expect(open.Id("seed-key")).ToBeVisibleAsync();
        await open.Page.Locator("#provision button[type=submit]").ClickAsync();
        await Assertions.Expect(open.Id("rack")).ToContainTextAsync("DPHT 0000 0001");
        await Assertions.Expect(open.Id("rack")).ToContainTextAsync("AVT0 0000 0002");
    }

    private static async Task DropAsync(OpenPage open, string type, string base64)
    {
        IJSHandle data = await open.Page.EvaluateHandleAsync("""
            ([type, base64]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "dropped", { type }));
              return transfer;
            }
            """, new[] { type, base64 });
        await open.Id("otpauth").DispatchEventAsync("drop", new { dataTransfer = data });
    }
}
