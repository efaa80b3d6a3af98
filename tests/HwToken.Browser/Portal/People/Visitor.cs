namespace HwToken.Browser.Portal.People;

/// <summary>Somebody with a token on the public pages, not signed in.</summary>
internal sealed class Visitor(DemoWindow window)
{
    /// <summary>The token test.</summary>
    public async Task TestsAsync(string token, string code)
    {
        await window.GoAsync("/test");
        await window.SendAsync(("id", token), ("code", code));
    }

    /// <summary>The token reset up to its second page.</summary>
    public async Task BeginsResetAsync(string token)
    {
        await window.GoAsync("/reset");
        await window.SendAsync(("id", token));
    }

    /// <summary>The reset's second page.</summary>
    public Task TypesBothAsync(string code1, string code2) => window.SendAsync(("code1", code1), ("code2", code2));

    /// <summary>The whole reset.</summary>
    public async Task ResetsAsync(string token)
    {
        await BeginsResetAsync(token);
        await TypesBothAsync(window.Tokens.NewCode(token), window.Tokens.NewCode(token));
        await window.ExpectSuccessAsync();
    }
}
