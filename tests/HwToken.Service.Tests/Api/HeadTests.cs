using System.Net;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>Small things that programs rely on: HEAD, and how a refused key is told.</summary>
public sealed class HeadTests : ApiTest
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/credentials/DPHT00000001")]
    [InlineData("/api/v1/audit")]
    public async Task Head_is_answered_like_get_without_a_body(string path)
    {
        await new TestToken("DPHT00000001").AddAsync(Api.System);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using HttpResponseMessage head = await Desk.Http.SendAsync(request);
        using HttpResponseMessage get = await Desk.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_does_nothing_that_only_a_post_may_do()
    {
        await new TestToken("DPHT00000001").AddAsync(Api.System);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/credentials/DPHT00000001/revoke");
        using HttpResponseMessage answer = await Desk.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("hwt_unknown", "Bearer error=\"invalid_token\"")]
    public async Task A_missing_key_and_an_unknown_one_are_challenged_as_RFC_6750_says(string? key, string challenge)
    {
        using ApiClient client = Api.Client(key);
        using HttpResponseMessage answer = await client.Http.GetAsync("/api/v1/credentials/DPHT00000001");
        Assert.Equal((HttpStatusCode.Unauthorized, challenge), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
    }
}
