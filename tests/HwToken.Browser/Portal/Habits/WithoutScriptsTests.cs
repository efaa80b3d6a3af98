using System.Text;
using HwToken.Browser.Portal.People;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Habits;

/// <summary>Whole errands in a browser that runs no scripts.</summary>
public class WithoutScriptsTests(Chromium chromium, SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_token_is_registered_tested_reset_used_stopped_and_reported_lost_without_scripts(string language)
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, language, hasScripts: false);
        Customer customer = window.OtherCustomer;
        string token = window.Totp;
        await window.GoAsync("/bank/sign-in?for=register");
        await SendAsync(window, ("user", customer.Id), ("password", customer.Password));
        await window.ExpectPathAsync("/bank/register");
        await SendAsync(window, ("id", token), ("code", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/test");
        await SendAsync(window, ("id", token), ("code", "12345"));
        await window.ExpectAsync("error", "49b5");
        await SendAsync(window, ("code", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/reset");
        await SendAsync(window, ("id", token));
        await SendAsync(window, ("code1", window.Tokens.NewCode(token)), ("code2", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/bank/sign-in");
        await SendAsync(window, ("user", customer.Id), ("password", customer.Password));
        await window.ExpectPathAsync("/bank/code");
        await SendAsync(window, ("code", window.Tokens.NewCode(token)));
        await customer.IsInAsync();

        await window.GoAsync("/bank/sign-in?for=stop");
        await SendAsync(window, ("user", customer.Id), ("password", customer.Password));
        await window.ExpectPathAsync("/bank/stop");
        await SendAsync(window, ("code", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();

        await window.GoAsync("/bank/lost");
        await SendAsync(window, ("user", customer.Id), ("password", customer.Password));
        await window.ExpectSuccessAsync();
    }

    [Fact]
    public async Task The_desk_searches_saves_a_holder_imports_and_reads_the_audit_without_scripts()
    {
        await using DemoWindow window = await demo.OpenAsync(chromium, "en", hasScripts: false);
        await window.GoAsync("/desk/sign-in");
        await SendAsync(window, ("name", window.World.Operator.Id), ("password", window.World.Operator.Password), ("code", window.Tokens.NewCode(window.World.OperatorTokenId)));
        await window.ExpectPathAsync("/desk");
        await window.Desk.LooksAtAsync(window.Software);
        await SendAsync(window, ("holder", "t.hara"));
        await window.ExpectAsync("holder", "t.hara");
        await window.GoAsync("/desk");
        await SendAsync(window, ("id", "HARA"));
        await Assertions.Expect(window.Page.Locator("main tbody a")).ToHaveTextAsync(window.Software);

        await window.GoAsync("/desk/import");
        await Assertions.Expect(window.What("progress")).ToBeHiddenAsync();
        await window.Field("file").SetInputFilesAsync(new FilePayload { Name = "two.csv", MimeType = "text/csv", Buffer = Encoding.ASCII.GetBytes("PLAIN1,3132333435363738393031323334353637383930\nPLAIN2,3132333435363738393031323334353637383930\n") });
        await SendAsync(window, ("key", ""));
        await window.ExpectAsync("imported", "2");
        await window.GoAsync("/desk/audit?what=import");
        await Assertions.Expect(window.Page.Locator("main tbody tr").First).ToContainTextAsync("2 credentials");
    }

    /// <summary>Fills fields and presses the first button of the last one's form; what comes of it, the story looks for.</summary>
    private static async Task SendAsync(DemoWindow window, params (string Name, string Value)[] fields)
    {
        foreach ((string name, string value) in fields)
        {
            await window.Field(name).FillAsync(value);
        }

        await window.Page.Locator("main form").Filter(new LocatorFilterOptions { Has = window.Page.Locator($"[name='{fields[^1].Name}']") }).Locator("button[type=submit]").First.ClickAsync();
    }
}
