using System.Text.Json;
using System.Text.RegularExpressions;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>The desk as a workplace: what is looked for is found, what is done has its reason, what cannot be taken back is typed.</summary>
public class DeskTests
{
    [Fact]
    public async Task A_token_is_found_by_any_part_of_its_ID_by_its_lot_and_by_its_state()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[0];
        await site.OpenDeskAsync();
        foreach ((string query, bool isFound) in new[]
        {
            ("id=" + token[4..10].ToLowerInvariant(), true), ("id=" + token[^5..], true), ("id=%25", false), ("id=_", false), ("id=ZZZZ", false), ("state=inactive", true), ("state=active", false),
            ("state=nonsense", true), ("id=" + token + "&state=revoked", false), ("id=" + token + "&state=inactive", true),
        })
        {
            Assert.Equal(isFound, (await site.GetAsync("/desk?" + query)).Html.Contains($"/desk/credential/{token}\"", StringComparison.Ordinal));
        }

        string lot = (await site.System.Desk.GetAsync(token, TestContext.Current.CancellationToken))!.Lot;
        Assert.NotEmpty(lot);
        Assert.Contains(token, (await site.GetAsync("/desk?id=" + Uri.EscapeDataString(lot[1..].ToLowerInvariant()))).Html);
    }

    [Fact]
    public async Task A_reason_stands_in_the_audit_on_the_page_and_in_both_files_and_actors_have_names()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(site.World.Customers[0], token);
        await site.OpenDeskAsync();
        await site.GetAsync($"/desk/audit?id={token}");
        Assert.Contains("Sample Bank (service)", site.Page.Words);
        Assert.Contains("Sample Bank (service)", (await site.GetAsync("/desk/credential/" + token)).Words);
        Assert.Equal(["activate"], (await site.GetAsync($"/desk/audit?id={token}&who=sample+bank")).Marks("event"));
        await site.SendAsync("/desk/credential/" + token, ("verb", "suspend"), ("reason", "=T-42, \"lost\""));
        Assert.Contains("success", site.Page.Marks("is"));
        await site.GetAsync($"/desk/audit?id={token}&what=suspend");
        Assert.Equal(["suspend"], site.Page.Marks("event"));
        Assert.Contains("=T-42, \"lost\"", site.Page.Words);
        Assert.Contains("operator (operator)", site.Page.Words);
        Assert.DoesNotContain(">key:", site.Page.Words);

        // A table calculation must not take the reason for a formula, and a file has UTC.
        string csv = (await site.GetAsync($"/desk/audit?id={token}&what=suspend&handler=file&kind=csv")).Html;
        Assert.Contains("\"'=T-42, \"\"lost\"\"\"", csv);
        Assert.Matches(@"\r\n2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,", csv);
        using JsonDocument json = JsonDocument.Parse((await site.GetAsync($"/desk/audit?id={token}&handler=file&kind=json")).Html);
        Assert.Equal("suspend", json.RootElement[0].GetProperty("event").GetString());
        Assert.Equal("=T-42, \"lost\"", json.RootElement[0].GetProperty("detail").GetString());
        Assert.Equal(["operator", "Sample Bank"], json.RootElement.EnumerateArray().Select(entry => entry.GetProperty("actorName").GetString()));
        Assert.Matches("\r\n[^\r\n]*,desk:operator,operator,suspend,", csv);
    }

    [Fact]
    public async Task The_audit_is_filtered_by_what_by_whom_and_by_outcome()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[0];
        await site.RegisterAsync(site.World.Customers[0], token);
        await site.SendAsync("/test", ("id", token), ("code", site.NewCode(token)));
        await site.SendAsync("/test", ("id", token), ("code", "000000"));
        await site.DeskAsync(token, "suspend");
        await site.GetAsync("/desk/audit?refused=yes&id=" + token);
        Assert.All(site.Page.Marks("outcome"), outcome => Assert.DoesNotContain(outcome, (string[])["accepted", "done"]));
        await site.GetAsync("/desk/audit?refused=no&id=" + token);
        Assert.Equal(["done", "accepted", "accepted"], site.Page.Marks("outcome"));
        foreach (string who in (string[])["desk:operator", "operator", "Operator"])
        {
            await site.GetAsync($"/desk/audit?who={who}&id={token}");
            Assert.Equal(["suspend"], site.Page.Marks("event"));
        }

        Assert.Empty((await site.GetAsync("/desk/audit?who=nobody&id=" + token)).Marks("event"));
    }

    [Theory]
    [InlineData("revoke", "", false)]
    [InlineData("revoke", "0000x", false)]
    [InlineData("revoke", "last", true)]
    public async Task Revoking_wants_the_end_of_the_ID_typed_and_keeps_the_reason_after_a_slip(string verb, string typed, bool isDone)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[0];
        await site.OpenDeskAsync();
        await site.SendAsync("/desk/credential/" + token, ("verb", verb), ("reason", "broken case"), ("confirm", typed == "last" ? token[^4..].ToLowerInvariant() : typed));
        Assert.Equal(isDone ? "revoked" : "not registered", site.Page.Text("state"));
        Assert.Equal(!isDone, site.Page.Html.Contains("value=\"broken case\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reissue")]
    [InlineData("expire")]
    public async Task A_reissue_and_the_end_of_a_contract_want_the_user_ID_typed(string verb)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string user = site.World.Customers[0].Id;
        await site.RegisterAsync(site.World.Customers[0], site.World.TokenIds[0]);
        await site.OpenDeskAsync();
        await site.SendAsync("/desk/customers", ("user", user), ("verb", verb), ("confirm", "1000002"));
        Assert.DoesNotContain("success", site.Page.Marks("is"));
        Assert.Contains("serious", site.Page.Marks("is"));
        await site.SendAsync("/desk/customers", ("user", user), ("verb", verb), ("confirm", user));
        Assert.Contains("success", site.Page.Marks("is"));
    }

    [Fact]
    public async Task The_overview_counts_states_attempts_and_clocks_and_every_chart_has_its_table()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string token = site.World.TokenIds[1];
        await site.RegisterAsync(site.World.Customers[0], token);
        await site.SendAsync("/test", ("id", token), ("code", "000000"));
        await site.OpenDeskAsync();
        string page = (await site.GetAsync("/desk/overview")).Html;
        MatchCollection figures = Regex.Matches(page, "<figure class=\"bars\">.*?</figure>", RegexOptions.Singleline);
        Assert.Equal(3, figures.Count);
        Assert.All(figures, figure => Assert.Matches("<svg.*<table>", figure.Value.ReplaceLineEndings(" ")));
        Assert.Equal("2", Cell(figures[0].Value, "active", 0));
        Assert.Equal("2", Cell(figures[0].Value, "not registered", 0));
        Assert.Equal(["2", "1", "0"], Enumerable.Range(0, 3).Select(column => Cell(figures[1].Value, "06-01", column)));
        Assert.Equal("1", Cell(figures[2].Value, "-10…+10", 0));
    }

    /// <summary>A count of a chart's table, by the words of its line.</summary>
    private static string Cell(string figure, string line, int column) =>
        Regex.Matches(Regex.Match(System.Net.WebUtility.HtmlDecode(figure), $"<th scope=\"row\">{Regex.Escape(line)}</th>(.*?)</tr>", RegexOptions.Singleline).Groups[1].Value, "<td>([^<]*)</td>")[column].Groups[1].Value;
}
