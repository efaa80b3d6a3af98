using System.Text.RegularExpressions;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>An error is tied to the fields that it is about, the cursor stands where to type next, and nobody types a name twice.</summary>
public partial class WrongFieldTests
{
    [Theory]
    [InlineData("/test", "id=DPHT1&code=123456", "id", "id")]
    [InlineData("/test", "id=DPHT00000001&code=12345", "code", "code")]
    [InlineData("/test", "id=DPHT00000001&code=123456", "code", "code")]
    [InlineData("/reset/codes", "id=DPHT00000001&code1=111111&code2=111111", "code1 code2", "code1")]
    [InlineData("/bank/sign-in", "for=signin&user=1000001&password=wrong", "user password", "password")]
    [InlineData("/bank/why", "user=1000001&password=wrong&code=", "user password", "password")]
    [InlineData("/bank/lost", "user=1000001&password=wrong", "user password", "password")]
    [InlineData("/desk/sign-in", "name=operator&password=wrong&code=123456", "name password", "password")]
    public async Task What_was_wrong_is_marked_and_the_cursor_stands_there(string path, string typed, string marked, string cursor)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        (string Name, string Value)[] fields = [.. typed.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))];
        await site.GetAsync(path.Replace("/codes", "", StringComparison.Ordinal));
        await site.PostAsync(path, fields);
        string[] inputs = [.. Input().Matches(site.Page.Html).Select(match => match.Value)];
        Assert.Equal(marked, string.Join(' ', inputs.Where(input => input.Contains("aria-invalid=\"true\"", StringComparison.Ordinal)).Select(Name)));
        Assert.All(inputs.Where(input => input.Contains("aria-invalid", StringComparison.Ordinal)), input => Assert.Matches("aria-describedby=\"notice", input));
        Assert.Single(Regex.Matches(site.Page.Html, "id=\"notice\""));
        Assert.Equal(cursor, Name(Assert.Single(inputs, input => input.Contains(" autofocus", StringComparison.Ordinal))));
        foreach ((string name, string value) in fields.Where(field => field.Name is "user" or "name"))
        {
            Assert.Contains($"value=\"{value}\"", Assert.Single(inputs, input => Name(input) == name));
        }
    }

    [Fact]
    public async Task A_secret_never_comes_back_in_a_page()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.SendAsync("/bank/sign-in", ("for", "signin"), ("user", "1000001"), ("password", "Typed2026secret"));
        Assert.DoesNotContain("Typed2026secret", site.Page.Html);
        await site.SendAsync("/test", ("id", "DPHT00000001"), ("code", "918273"));
        Assert.DoesNotContain("918273", site.Page.Html);
    }

    private static string Name(string input) => Regex.Match(input, " name=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input id=[^>]*>")]
    private static partial Regex Input();
}
