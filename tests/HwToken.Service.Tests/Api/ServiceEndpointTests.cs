using System.Text.Json;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>What every answer carries, and what is answered without a key.</summary>
public sealed class ServiceEndpointTests : ApiTest
{
    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (string path in new[] { "/healthz", "/api/v1/credentials/DPHT00000001", "/nothing", "/metrics", "/openapi/v1.json" })
        {
            using HttpResponseMessage answer = await Party.Http.GetAsync(path);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Health_metrics_and_OpenAPI_answer_without_a_key()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(Api.System);
        await Party.ValidateAsync(token.Id, token.Code(0));
        using ApiClient nobody = Api.Client(null);
        Assert.Equal("ok\n", await nobody.Http.GetStringAsync("/healthz"));
        string metrics = await nobody.Http.GetStringAsync("/metrics");
        Assert.Contains("hwtoken_attempt_seconds_count{kind=\"Validate\",outcome=\"Accepted\"}", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Id, metrics, StringComparison.Ordinal);
        using JsonDocument openApi = JsonDocument.Parse(await nobody.Http.GetStringAsync("/openapi/v1.json"));
        string[] paths = [.. openApi.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name)];
        foreach (string verb in new[] { "validate", "test", "resync", "activate", "unlock", "suspend", "resume", "revoke" })
        {
            Assert.Contains($"/api/v1/credentials/{{id}}/{verb}", paths);
        }

        Assert.Contains("/api/v1/imports", paths);
        Assert.Contains("/api/v1/replacements", paths);
    }
}
