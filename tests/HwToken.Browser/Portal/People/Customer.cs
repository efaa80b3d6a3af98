using System.Text.RegularExpressions;
using HwToken.Demo;
using HwToken.Validation.Errors;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.People;

/// <summary>A customer of the demonstration service, step by step.</summary>
internal sealed class Customer(DemoWindow window, DemoAccount account)
{
    public string Id => account.Id;

    /// <summary>The password as the customer last set it.</summary>
    public string Password { get; private set; } = account.Password;

    /// <summary>Step 1 of an errand: user ID and password.</summary>
    public async Task TypesPasswordAsync(string errand = "signin", string? password = null)
    {
        await window.GoAsync("/bank/sign-in?for=" + errand);
        await window.SendAsync(("user", Id), ("password", password ?? Password));
    }

    /// <summary>Step 2: a code.</summary>
    public Task TypesCodeAsync(string code) => window.SendAsync(("code", code));

    /// <summary>Registers a token with the one-code form.</summary>
    /// <returns>The code that was used for it.</returns>
    public async Task<string> RegistersAsync(string token)
    {
        await TypesPasswordAsync("register");
        await window.ExpectPathAsync("/bank/register");
        string code = window.Tokens.NewCode(token);
        await window.SendAsync(("id", token), ("code", code));
        await window.ExpectSuccessAsync();
        await window.ExpectAsync("token", token);
        return code;
    }

    /// <summary>Registers a token with the two-code form.</summary>
    public async Task RegistersWithTwoCodesAsync(string token)
    {
        await TypesPasswordAsync("register");
        await window.ExpectPathAsync("/bank/register");
        await window.SendAsync(("id", token), ("code1", window.Tokens.NewCode(token)), ("code2", window.Tokens.NewCode(token)));
        await window.ExpectSuccessAsync();
        await window.ExpectAsync("token", token);
    }

    /// <summary>Password and code; the first time, and when the password is old, this ends at the password change.</summary>
    public async Task SignsInAsync(string token)
    {
        await TypesPasswordAsync();
        await window.ExpectPathAsync("/bank/code");
        await window.ExpectAsync("token", token);
        await TypesCodeAsync(window.Tokens.NewCode(token));
        await IsInAsync();
    }

    /// <summary>Signs in behind the password alone.</summary>
    public async Task SignsInWithoutTokenAsync()
    {
        await TypesPasswordAsync();
        await IsInAsync();
    }

    /// <summary>The sign-in is done: the account, or the password change before it.</summary>
    public async Task IsInAsync() =>
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/bank/(account|password)(\\?.*)?$"));

    /// <summary>Asks for a new password.</summary>
    public Task TriesPasswordAsync(string password, string? again = null, string? present = null) =>
        window.SendAsync(("password", present ?? Password), ("new1", password), ("new2", again ?? password));

    /// <summary>Sets a new password.</summary>
    public async Task ChangesPasswordAsync(string password)
    {
        await TriesPasswordAsync(password);
        await window.ExpectPathAsync("/bank/account");
        await window.ExpectSuccessAsync();
        Password = password;
    }

    /// <summary>Is kept out at step 2 with an error, though the code is right.</summary>
    public async Task IsRefusedAsync(string token, ServiceError error)
    {
        await TypesPasswordAsync();
        await TypesCodeAsync(window.Tokens.NewCode(token));
        await window.ExpectErrorAsync(error);
    }
}
