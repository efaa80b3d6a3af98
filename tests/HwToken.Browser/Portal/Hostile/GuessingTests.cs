using HwToken.Browser.Portal.People;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Hostile;

/// <summary>Guessers: on the public pages, at the desk, with IDs that may or may not exist.</summary>
public class GuessingTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Guesses_on_the_public_pages_close_these_and_lock_nobody_out_and_slips_do_neither(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        Customer customer = window.OneCodeCustomer;
        string token = window.Hotp;
        await customer.RegistersAsync(token);

        // What is not six digits is a slip of the fingers and not counted.
        for (int slip = 0; slip < 10; slip++)
        {
            await window.Visitor.TestsAsync(token, "12345");
        }

        await window.Visitor.TestsAsync(token, window.Tokens.NewCode(token));
        await window.ExpectSuccessAsync();

        // Five refused tries close the public pages for this ID, which say so and name the other ways.
        for (int guess = 0; guess < 5; guess++)
        {
            await window.Visitor.TestsAsync(token, $"{guess:D6}");
            await window.ExpectErrorAsync(ErrorTable.CodeRefused);
        }

        await window.Visitor.TestsAsync(token, window.Tokens.NewCode(token));
        await window.ExpectErrorAsync(ErrorTable.PublicClosed);
        await window.PictureAsync("test-closed");

        // Nothing is locked and nothing is counted: the customer signs in.
        await customer.SignsInAsync(token);
        await window.Desk.OpenAsync();
        await window.Desk.LooksAtAsync(token);
        await window.ExpectAsync("failures", "0");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Known_unknown_locked_and_foreign_IDs_get_one_answer_in_one_time(string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language);
        await window.OneCodeCustomer.RegistersAsync(window.Hotp);
        List<string> answers = [];
        foreach (string id in (string[])[window.Hotp, window.Totp, window.World.OperatorTokenId, "DPXX00000000", "AVT000000000"])
        {
            await window.GoAsync("/test");
            TimeSpan before = window.Waited;
            await window.SendAsync(("id", id), ("code", "000000"));
            Assert.Equal(EvenTime.Floor, window.Waited - before);
            answers.Add((await window.Page.Locator("main").InnerTextAsync()).Replace(id, "ID", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_an_operator_and_cannot_lock_the_operators_token()
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, "en");
        await window.GoAsync("/desk/sign-in");
        for (int guess = 0; guess < 10; guess++)
        {
            await window.Desk.TypesAsync("guess" + guess, "000000");
            await window.ExpectAsync("error", ErrorTable.SignInWrong.Code);
        }

        await window.Desk.TypesAsync(window.World.Operator.Password, window.Tokens.NewCode(window.World.OperatorTokenId));
        await window.ExpectAsync("error", ErrorTable.SignInWrong.Code);
    }
}
