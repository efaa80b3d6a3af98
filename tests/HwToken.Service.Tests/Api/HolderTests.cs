using System.Text.Json;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>Whose a token is: named at the enrolment or by an operator, told to operators alone.</summary>
public sealed class HolderTests : ApiTest
{
    [Fact]
    public async Task A_relying_party_names_the_holder_when_it_enrols_a_token_and_operators_alone_read_it()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(Api.System, activate: false);
        (int status, JsonElement body) = await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/activate", new { code1 = token.Code(3), code2 = token.Code(4), holder = "1000001" });
        Assert.Equal((200, """{"result":"accepted","error":null,"message":null}"""), (status, body.GetRawText()));
        Assert.Equal("1000001", Text((await Desk.SendAsync(HttpMethod.Get, "/DPHT00000001")).Body, "holder"));
        Assert.Equal("1000001", Text((await Desk.SendAsync(HttpMethod.Get, "/?prefix=dpht")).Body[0], "holder"));
        Assert.Equal(403, (await Party.SendAsync(HttpMethod.Get, "/DPHT00000001")).Status);
        Assert.Equal(403, (await Party.SendAsync(HttpMethod.Put, "/DPHT00000001/holder", new { holder = "1000002" })).Status);
    }

    [Fact]
    public async Task Who_is_no_holder_refuses_the_enrolment_without_counting_and_is_not_repeated()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(Api.System, activate: false);
        (int status, JsonElement problem) = await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/activate", new { code = token.WrongCode(), holder = "Taro Mori" });
        Assert.Equal(400, status);
        Assert.Contains("ASCII letters, digits", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("Taro", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, (await Desk.SendAsync(HttpMethod.Get, "/DPHT00000001")).Body.GetProperty("failures").GetInt32());
        Assert.DoesNotContain(Api.Log, line => line.Contains("Taro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operator_sets_and_removes_the_holder_until_the_token_is_revoked()
    {
        await new TestToken("DPHT00000001").AddAsync(Api.System);
        Assert.Equal("t.mori", Text((await Desk.SendAsync(HttpMethod.Put, "/DPHT00000001/holder", new { holder = "t.mori", reason = "T-9" })).Body, "holder"));
        Assert.Equal("holder set: T-9", Text((await Desk.SendAsync(HttpMethod.Get, "/api/v1/audit?credential=DPHT00000001&limit=1")).Body.GetProperty("entries")[0], "detail"));
        Assert.Equal(JsonValueKind.Null, (await Desk.SendAsync(HttpMethod.Put, "/DPHT00000001/holder", new { holder = "" })).Body.GetProperty("holder").ValueKind);
        Assert.Equal(400, (await Desk.SendAsync(HttpMethod.Put, "/DPHT00000001/holder", new { holder = "Taro Mori" })).Status);
        Assert.Equal(400, (await Desk.SendAsync(HttpMethod.Put, "/DPHT00000001/holder", new { holder = "x", reason = new string('x', 65) })).Status);
        Assert.Equal(404, (await Desk.SendAsync(HttpMethod.Put, "/DPHT00000009/holder", new { holder = "x" })).Status);
        Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Put, "/DPHT00000001/holder", new { holder = "t.mori" })).Status);
        Assert.Equal(JsonValueKind.Null, (await Desk.SendAsync(HttpMethod.Post, "/DPHT00000001/revoke")).Body.GetProperty("holder").ValueKind);
        Assert.Equal(410, (await Desk.SendAsync(HttpMethod.Put, "/DPHT00000001/holder", new { holder = "t.mori" })).Status);
    }
}
