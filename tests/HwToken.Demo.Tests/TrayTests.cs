using System.Globalization;
using System.Text.RegularExpressions;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests;

/// <summary>Server time and token time are two clocks that can be set apart: by jumps either way, and by a rate.</summary>
public class TrayTests
{
    [Fact]
    public async Task A_tokens_clock_drifts_by_its_rate_jumps_both_ways_and_is_set_right()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[1];
        await site.GetAsync("/demo/tray");
        string place = Regex.Match(site.Page.Html, $"<option value=\"([0-9]+)\">{token}<").Groups[1].Value;
        await site.PostAsync("/demo/clock", ("who", "token-ppm"), ("token", place), ("ppm", "20"));
        await site.PostAsync("/demo/clock", ("who", "both"), ("by", (91 * 86_400).ToString(CultureInfo.InvariantCulture)));
        Assert.InRange(Off(site, token), 156, 159);
        Assert.Contains("+20 ppm", site.Page.Words);
        Assert.InRange(Off(site, site.World.TokenIds[2]), -3, 3);

        await site.PostAsync("/demo/clock", ("who", "tokens"), ("by", "-300"));
        Assert.InRange(Off(site, token), -145, -140);
        await site.PostAsync("/demo/clock", ("who", "true"), ("sure", "yes"));
        Assert.InRange(Off(site, token), -3, 3);
        Assert.DoesNotContain("+20 ppm", site.Page.Html);
    }

    [Theory]
    [InlineData("ppm", "1000001")]
    [InlineData("ppm", "NaN")]
    [InlineData("token-ppm", "text")]
    public async Task A_rate_that_is_none_changes_nothing(string who, string ppm)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.GetAsync("/demo/tray");
        await site.PostAsync("/demo/clock", ("who", who), ("token", "2"), ("ppm", ppm));
        Assert.Equal(0, site.Clock.Ppm);
        Assert.DoesNotContain(" ppm<", site.Page.Html);
    }

    [Fact]
    public async Task True_time_warns_before_a_token_falls_into_E5_and_makes_it_anew_when_asked()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[1];
        await site.GetAsync("/demo/tray");
        string place = Regex.Match(site.Page.Html, $"<option value=\"([0-9]+)\">{token}<").Groups[1].Value;
        await site.PostAsync("/demo/clock", ("who", "both"), ("by", (91 * 86_400).ToString(CultureInfo.InvariantCulture)));
        await site.PostAsync("/demo/press", ("token", place));
        Assert.Matches("^[0-9]{6}$", CodeOf(site, token));

        // Asked first: nothing has moved.
        await site.PostAsync("/demo/clock", ("who", "true"));
        Assert.Contains("true-time", site.Page.Marks("is"));
        Assert.Contains(token, Regex.Match(site.Page.Html, "data-is=\"true-time\".*?</div>", RegexOptions.Singleline).Value);
        Assert.InRange((site.Clock.GetUtcNow() - site.Clock.TrueNow).TotalDays, 90, 92);

        // The tokens that have shown no code of that time are not named.
        Assert.DoesNotContain(site.World.TokenIds[2], Regex.Match(site.Page.Html, "data-is=\"true-time\".*?</ul>", RegexOptions.Singleline).Value);

        // True time alone: E5, told, and made anew when asked.
        await site.PostAsync("/demo/clock", ("who", "true"), ("sure", "yes"));
        await site.PostAsync("/demo/press", ("token", place));
        Assert.Equal("", CodeOf(site, token));
        Assert.Contains("value=\"renew\"", site.Page.Html);
        await site.PostAsync("/demo/clock", ("who", "renew"), ("token", place));
        Assert.DoesNotContain("value=\"renew\"", site.Page.Html);
        await site.PostAsync("/demo/press", ("token", place));
        Assert.Matches("^[0-9]{6}$", CodeOf(site, token));

        // Both at once; a token with a counter is never made anew.
        await site.PostAsync("/demo/clock", ("who", "both"), ("by", "86400"));
        await site.PostAsync("/demo/press", ("token", place));
        await site.PostAsync("/demo/clock", ("who", "true"), ("sure", "renew"));
        await site.PostAsync("/demo/press", ("token", place));
        Assert.Matches("^[0-9]{6}$", CodeOf(site, token));
        await site.PostAsync("/demo/clock", ("who", "renew"), ("token", "1"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, site.Page.Status);
    }

    private static string CodeOf(PortalSite site, string token) => Regex.Match(site.Page.Html, $"data-credential=\"{token}\".*?data-code=\"([0-9]*)\"", RegexOptions.Singleline).Groups[1].Value;

    private static double Off(PortalSite site, string token) => double.Parse(
        Regex.Match(site.Page.Words, $"<dt class=\"id\">{token}</dt>\\s*<dd>\\s*([+-]?[0-9.]+) s").Groups[1].Value, CultureInfo.InvariantCulture);
}
