using System.Text.Json;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>What relying parties and operators learn of codes.</summary>
public sealed class CodeEndpointTests : ApiTest
{
    [Fact]
    public async Task A_relying_party_learns_accepted_or_rejected_and_nothing_more()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(Api.System);
        (int status, JsonElement body) = await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = token.Code(0) });
        Assert.Equal((200, """{"result":"accepted","error":null,"message":null}"""), (status, body.GetRawText()));
        (status, body) = await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = token.Code(0) });
        Assert.Equal((200, "rejected", "RMCFXLGN001028E"), (status, Text(body, "result"), Text(body, "error")));
        Assert.False(body.TryGetProperty("details", out _));
    }

    [Fact]
    public async Task An_operator_learns_the_reason_and_the_drift()
    {
        TestToken token = await new TestToken("AVT000000001", Core.Otp.OtpType.Totp).AddAsync(Api.System, now: Api.Clock.UnixSeconds());
        (_, JsonElement body) = await Desk.SendAsync(HttpMethod.Post, "/AVT000000001/test", new { code = token.CodeAt(Api.Clock.UnixSeconds()) });
        Assert.Equal(Api.Clock.UnixSeconds() / 30, body.GetProperty("details").GetProperty("movingFactor").GetInt64());
        (_, body) = await Desk.SendAsync(HttpMethod.Post, "/AVT000000001/test", new { code = token.CodeAt(Api.Clock.UnixSeconds()) });
        Assert.Equal("Replayed", Text(body.GetProperty("details"), "reason"));
        (_, body) = await Desk.SendAsync(HttpMethod.Get, "/avt000000001");
        Assert.Equal(("active", 1), (Text(body, "state"), body.GetProperty("failures").GetInt32()));
    }

    [Fact]
    public async Task A_whole_life_over_REST()
    {
        TestToken old = await new TestToken("DPHT00000001").AddAsync(Api.System, activate: false);
        TestToken fresh = await new TestToken("DPHT00000002").AddAsync(Api.System, activate: false);
        Assert.Equal("accepted", Text((await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/activate", new { code1 = old.Code(30), code2 = old.Code(31) })).Body, "result"));
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal("RMCFXLGN001028E", await Party.ValidateAsync(old.Id, old.WrongCode(31, i)));
        }

        Assert.Equal("RMCFXLGN001029E", await Party.ValidateAsync(old.Id, old.Code(32)));
        Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Post, "/DPHT00000001/unlock")).Status);
        Assert.Equal("accepted", await Party.ValidateAsync(old.Id, old.Code(32)));
        Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Post, "/DPHT00000001/suspend")).Status);
        Assert.Equal("RMCFXLGN001030E", await Party.ValidateAsync(old.Id, old.Code(33)));
        Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Post, "/DPHT00000001/resume")).Status);
        (int status, JsonElement problem) = await Desk.SendAsync(HttpMethod.Post, "/api/v1/replacements", new { old = old.Id, @new = fresh.Id, code = fresh.WrongCode() });
        Assert.Equal((422, "RMCFXLGN001028E"), (status, Text(problem, "error")));
        Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Post, "/api/v1/replacements", new { old = old.Id, @new = fresh.Id, code = fresh.Code(0) })).Status);
        Assert.Equal("RMCFXLGN001031E", await Party.ValidateAsync(old.Id, old.Code(33)));
        Assert.Equal(410, (await Desk.SendAsync(HttpMethod.Post, "/DPHT00000001/resume")).Status);
        Assert.Equal("accepted", Text((await Party.SendAsync(HttpMethod.Post, "/DPHT00000002/resync", new { code1 = fresh.Code(900), code2 = fresh.Code(901) })).Body, "result"));
        Assert.Equal(2, (await Desk.SendAsync(HttpMethod.Get, "/?prefix=dpht")).Body.GetArrayLength());
        Assert.True((await Desk.SendAsync(HttpMethod.Get, "/api/v1/audit?credential=DPHT00000001&limit=3")).Body.GetProperty("entries").GetArrayLength() == 3);
        Assert.True((await Desk.SendAsync(HttpMethod.Post, "/api/v1/audit/verify")).Body.GetProperty("isSound").GetBoolean());
    }

    [Theory]
    [InlineData("ja", "セキュリティコード")]
    [InlineData("ja-JP,en;q=0.5", "セキュリティコード")]
    [InlineData("en", "security code")]
    [InlineData("de", "security code")]
    public async Task Messages_come_in_the_callers_language(string language, string words)
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(Api.System);
        (_, JsonElement body) = await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = token.WrongCode() }, language);
        Assert.Contains(words, Text(body, "message"), StringComparison.Ordinal);
        (_, body) = await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = "1" }, language);
        Assert.Contains(words, Text(body, "message"), StringComparison.Ordinal);
    }
}
