using System.Net;
using System.Text;
using System.Text.Json;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>Input that is broken or hostile.</summary>
public sealed class BadInputTests : ApiTest
{
    [Theory]
    [InlineData("/DPHT00000001/validate", """{"code":"12345"}""", 400, "49b5")]
    [InlineData("/DPHT00000001/validate", """{"code":null}""", 400, "49b5")]
    [InlineData("/DPHT00000001/validate", """{}""", 400, "49b5")]
    [InlineData("/DPHT00000001/validate", """{"code":"'; DROP TABLE credentials; --"}""", 400, "49b5")]
    [InlineData("/DPHT00000001/validate", """{"code":"<script>alert(1)</script>"}""", 400, "49b5")]
    [InlineData("/DPHT00000001/validate", """{"code":123456}""", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/validate", """{"code":"000000","code":"111111"}""", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/validate", """{"code":"000000","more":1}""", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/validate", "{", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/validate", "", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/validate", "null", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/validate", "[[[[[[[[[[[[[[[[", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/resync", """{"code1":"123456","code2":"123456"}""", 400, "49b7")]
    [InlineData("/DPHT00000001/resync", """{"code1":"123456"}""", 400, "49b5")]
    [InlineData("/DPHT00000001/activate", """{}""", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT00000001/activate", """{"code":"123456","code1":"123456"}""", 400, "RMCFXAPI001004E")]
    [InlineData("/DPHT99999999/validate", """{"code":"123456"}""", 404, "49b6")]
    [InlineData("/'%20OR%201=1%20--/validate", """{"code":"123456"}""", 404, "49b6")]
    [InlineData("/%2e%2e%2f%2e%2e/validate", """{"code":"123456"}""", 404, "49b6")]
    [InlineData("/%00%00%00%00%00%00%00%00%00%00%00%00/validate", """{"code":"123456"}""", 400, null)]
    [InlineData("/<img src=x>/validate", """{"code":"123456"}""", 404, "49b6")]
    [InlineData("/nothing/of/the/kind", "{}", 404, "RMCFXAPI001004E")]
    public async Task Hostile_and_broken_input_is_a_problem_that_repeats_nothing(string path, string body, int status, string? error)
    {
        await new TestToken("DPHT00000001").AddAsync(Api.System);
        using HttpResponseMessage answer = await Party.Http.PostAsync("/api/v1/credentials" + path, new StringContent(body, Encoding.UTF8, "application/json"));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        if (error is not null)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(error, Text(JsonDocument.Parse(text).RootElement, "error"));
        }

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((200, 0), await FailuresAsync("DPHT00000001"));
    }

    [Fact]
    public async Task Large_bodies_and_headers_are_refused()
    {
        using HttpResponseMessage body = await Party.Http.PostAsync(
            "/api/v1/credentials/DPHT00000001/validate", new StringContent($$"""{"code":"{{new string(' ', 100_000)}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, body.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.TryAddWithoutValidation("X-Long", new string('x', 40_000));
        using HttpResponseMessage header = await Party.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, header.StatusCode);
    }

    [Fact]
    public async Task Another_content_type_than_JSON_is_refused()
    {
        using HttpResponseMessage answer = await Party.Http.PostAsync(
            "/api/v1/credentials/DPHT00000001/validate", new FormUrlEncodedContent([new("code", "123456")]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nothing/of/the/kind", 404, "nothing at this path")]
    [InlineData("PUT", "/DPHT00000001/validate", 405, "does not take this method")]
    [InlineData("POST", "/DPHT00000001/validate", 413, "too large")]
    [InlineData("POST", "/DPHT00000002/validate", 415, "application/json")]
    public async Task What_the_framework_refuses_is_a_problem_too(string method, string path, int status, string words)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/credentials" + path);
        request.Content = status == 415 ? new StringContent("x", Encoding.UTF8, "text/plain")
            : new StringContent(status == 413 ? $$"""{"code":"{{new string(' ', 100_000)}}"}""" : "{}", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Party.Http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<(int Status, int Failures)> FailuresAsync(string id)
    {
        (int status, JsonElement body) = await Desk.SendAsync(HttpMethod.Get, $"/{id}");
        return (status, body.GetProperty("failures").GetInt32());
    }
}
