using System.Net;
using System.Text.Json;

namespace HwToken.TokenPage.Tests;

/// <summary>QR codes over the API: what one call draws the other reads, and what is none is refused in words.</summary>
public class QrTests
{
    private const int Scale = 4;
    private const int Quiet = 4;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_drawn_is_read_also_light_on_dark(bool isInverted)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        JsonElement drawn = await page.DoAsync("/qr/draw", new { text = RunningPage.RfcUri });
        string[] rows = [.. drawn.GetProperty("rows").EnumerateArray().Select(row => row.GetString()!)];
        Assert.All(rows, row => Assert.Equal(rows.Length, row.Length));
        int side = (rows.Length + (2 * Quiet)) * Scale;
        byte[] grey = new byte[side * side];
        for (int at = 0; at < grey.Length; at++)
        {
            int x = (at % side / Scale) - Quiet;
            int y = (at / side / Scale) - Quiet;
            bool isDark = x >= 0 && y >= 0 && x < rows.Length && y < rows.Length && rows[y][x] == '1';
            grey[at] = isDark != isInverted ? (byte)20 : (byte)235;
        }

        JsonElement read = await page.DoAsync("/qr/read", new { width = side, height = side, grey });
        Assert.Equal(RunningPage.RfcUri, read.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/qr/draw", "{}", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("/qr/draw", """{"text":""}""", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("/qr/read", """{"width":2,"height":2,"grey":"AA=="}""", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("/qr/read", """{"width":-1,"height":-1,"grey":"AA=="}""", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("/qr/read", """{"width":100000,"height":100000,"grey":""}""", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("/qr/read", """{"width":1,"height":1,"grey":"/w=="}""", (HttpStatusCode)422, "noQr")]
    public async Task What_is_none_is_refused_with_a_code(string path, string body, HttpStatusCode status, string code)
    {
        await using RunningPage page = await RunningPage.StartAsync();
        HttpResponseMessage answer = await page.PostTextAsync(path, body);
        Assert.Equal(status, answer.StatusCode);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_text_that_no_code_holds_is_refused()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await page.PostAsync("/qr/draw", new { text = new string('a', 2331) })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.PostAsync("/qr/draw", new { text = new string('a', 2332) })).StatusCode);
    }
}
