using System.Security.Cryptography;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Stories;

/// <summary>A lot comes to the desk as a PSKC file; one of its tokens ends up with a customer of the bank.</summary>
public class ImportStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("ja", false)]
    [InlineData("en", true)]
    [InlineData("ja", true)]
    public async Task A_lot_is_imported_once_with_a_receipt_and_its_token_registers_at_the_bank(string language, bool isEncrypted)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        var lot = new LotFile();
        string token = lot.Ids[isEncrypted ? 1 : 0];
        lot.LayToken(window.Rack, token);
        byte[] key = RandomNumberGenerator.GetBytes(32);
        byte[] file = isEncrypted ? lot.Encrypted(key) : lot.Plain();
        string typed = isEncrypted ? Convert.ToHexString(key) : "";
        await window.Desk.OpenAsync();
        if (isEncrypted)
        {
            await window.Desk.ImportsAsync(file, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
            await window.ExpectErrorAsync(ErrorTable.ImportRefused);
            await window.PictureAsync("desk-import-refused");
        }

        await window.Desk.ImportsAsync(file, typed);
        await window.ExpectSuccessAsync();
        await Assertions.Expect(window.What("success")).ToContainTextAsync("3");
        await window.ExpectAsync("imported", "3");
        await window.ExpectAsync("left-out", "0");
        string receipt = await window.What("digest").InnerTextAsync();
        Assert.Matches("^[0-9a-f]{64}$", receipt);
        await window.PictureAsync("desk-import-done");
        Assert.Equal(await window.Page.Locator("#receipt").InputValueAsync(), (await SavedAsync(window, "receipt")).Trim());
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", await SavedAsync(window, "certificate"), StringComparison.Ordinal);

        // The same lot again is refused, whole, and names the receipt.
        await window.Desk.ImportsAsync(file, typed);
        await window.ExpectErrorAsync(ErrorTable.ImportDuplicate);
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync(receipt);
        await window.PictureAsync("desk-import-again");
        await window.GoAsync("/desk/audit");
        await Assertions.Expect(window.Page.Locator("main tbody")).ToContainTextAsync(receipt);

        await window.OneCodeCustomer.RegistersAsync(token);
        await window.OneCodeCustomer.SignsInAsync(token);
        await window.Desk.LooksAtAsync(lot.Ids[2]);
        await Assertions.Expect(window.What("state")).ToHaveClassAsync("state inactive");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task What_is_no_PSKC_file_is_refused_and_nothing_of_it_is_there(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        var lot = new LotFile();
        byte[] file = lot.Plain();
        await window.Desk.OpenAsync();
        await window.Desk.ImportsAsync("not XML"u8.ToArray());
        await window.ExpectErrorAsync(ErrorTable.ImportRefused);
        await window.Desk.ImportsAsync(file[..^40]);
        await window.ExpectErrorAsync(ErrorTable.ImportRefused);
        await window.GoAsync("/desk");
        await Assertions.Expect(window.Page.Locator("main tbody a")).ToHaveCountAsync(4);
    }

    [Theory]
    [InlineData("en", "Storing the credentials: 500 of 1,100")]
    [InlineData("ja", "登録しています: 1,100件中 500件")]
    public async Task While_a_file_is_on_its_way_the_page_tells_how_far_the_import_is(string language, string told)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.Desk.OpenAsync();
        var held = new TaskCompletionSource();
        await window.Page.RouteAsync("**/desk/import?handler=progress**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = """{"stage":"writing","done":500,"all":1100}""" }));
        await window.Page.RouteAsync("**/desk/import", async route =>
        {
            if (route.Request.Method == "POST")
            {
                await held.Task;
            }

            await route.ContinueAsync();
        });
        await window.GoAsync("/desk/import");
        await window.Field("file").SetInputFilesAsync(new FilePayload { Name = "lot.xml", MimeType = "application/xml", Buffer = new LotFile().Plain() });

        // The click lasts until the next page has come: it has the patience for the look below and then for that page.
        window.Context.SetDefaultTimeout(2 * Chromium.PatienceMs);
        Task sent = window.SubmitAsync("key");

        // Not by an expectation: it waits until the next page has come, which is when this one is gone.
        double shown = await window.Page.EvaluateAsync<double>("""
            (told) => new Promise((done) => {
              const box = document.querySelector("[data-is=progress]");
              const look = () => (!box.hidden && box.querySelector("[role=status]").textContent === told ? done(box.querySelector("progress").value) : requestAnimationFrame(look));
              look();
            })
            """, told).WaitAsync(TimeSpan.FromMilliseconds(Chromium.PatienceMs));
        Assert.Equal(500, shown);
        held.SetResult();
        await sent;
        await window.ExpectSuccessAsync();
        await Assertions.Expect(window.What("progress")).ToBeHiddenAsync();
    }

    /// <summary>Clicks a link that saves a file.</summary>
    private static async Task<string> SavedAsync(DemoWindow window, string handler)
    {
        IDownload saved = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Locator($"main a[href*='handler={handler}']").ClickAsync());
        using var reader = new StreamReader(await saved.CreateReadStreamAsync());
        return await reader.ReadToEndAsync();
    }
}
