using System.Text;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>Who may do what.</summary>
public sealed class AccessTests : ApiTest
{
    [Theory]
    [InlineData("/DPHT00000001/validate", "POST", 401, 200, 200)]
    [InlineData("/DPHT00000001/resync", "POST", 401, 200, 200)]
    [InlineData("/DPHT00000001", "GET", 401, 403, 200)]
    [InlineData("/DPHT00000001/unlock", "POST", 401, 403, 409)]
    [InlineData("/DPHT00000001/suspend", "POST", 401, 403, 200)]
    [InlineData("/DPHT00000001/revoke", "POST", 401, 403, 200)]
    [InlineData("/api/v1/imports", "POST", 401, 403, 422)]
    [InlineData("/api/v1/replacements", "POST", 401, 403, 404)]
    [InlineData("/api/v1/audit", "GET", 401, 403, 200)]
    [InlineData("/api/v1/imports/certificate", "GET", 401, 403, 200)]
    [InlineData("/?prefix=D", "GET", 401, 403, 200)]
    public async Task Who_may_do_what_is_a_table(string path, string method, int nobody, int relyingParty, int @operator)
    {
        await new TestToken("DPHT00000001").AddAsync(Api.System);
        foreach ((string? key, int status) in new[] { (null, nobody), ("hwt_nonsense", nobody), (Api.PartyKey, relyingParty), (Api.OperatorKey, @operator) })
        {
            using ApiClient client = Api.Client(key);
            using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith("/api/", StringComparison.Ordinal) ? path : "/api/v1/credentials" + path);
            request.Content = method == "GET" ? null : JsonBody(path);
            using HttpResponseMessage answer = await client.Http.SendAsync(request);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    private static StringContent JsonBody(string path) => new(
        path.Contains("resync", StringComparison.Ordinal) ? """{"code1":"123456","code2":"654321"}"""
            : path.Contains("replace", StringComparison.Ordinal) ? """{"old":"DPHT00000001","new":"DPHT00000009","code":"123456"}"""
            : """{"code":"123456"}""",
        Encoding.UTF8,
        path == "/api/v1/imports" ? "application/xml" : "application/json");
}
