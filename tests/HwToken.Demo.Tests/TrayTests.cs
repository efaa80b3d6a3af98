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
        await site.PostAsync("/demo/clock", ("who", "true"));
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

    private static double Off(PortalSite site, string token) => double.Parse(
        Regex.Match(site.Page.Words, $"<dt class=\"id\">{token}</dt>\\s*<dd>\\s*([+-]?[0-9.]+) s").Groups[1].Value, CultureInfo.InvariantCulture);
}
