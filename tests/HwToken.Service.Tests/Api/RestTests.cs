using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using HwToken.Service.Tests.Api.Support;
using HwToken.Pskc;

namespace HwToken.Service.Tests.Api;

public sealed class RestTests : IAsyncLifetime
{
    private LocalApi api = null!;
    private ApiClient party = null!;
    private ApiClient desk = null!;

    public async ValueTask InitializeAsync()
    {
        api = await LocalApi.StartAsync();
        (party, desk) = (api.Client(api.PartyKey), api.Client(api.OperatorKey));
    }

    public async ValueTask DisposeAsync()
    {
        party.Dispose();
        desk.Dispose();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task A_relying_party_learns_accepted_or_rejected_and_nothing_more()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(api.System);
        (int status, JsonElement body) = await party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = token.Code(0) });
        Assert.Equal((200, """{"result":"accepted","error":null,"message":null}"""), (status, body.GetRawText()));
        (status, body) = await party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = token.Code(0) });
        Assert.Equal((200, "rejected", "RMCFXLGN001028E"), (status, Text(body, "result"), Text(body, "error")));
        Assert.False(body.TryGetProperty("details", out _));
    }

    [Fact]
    public async Task An_operator_learns_the_reason_and_the_drift()
    {
        TestToken token = await new TestToken("AVT000000001", Core.Otp.OtpType.Totp).AddAsync(api.System, now: api.Clock.UnixSeconds());
        (_, JsonElement body) = await desk.SendAsync(HttpMethod.Post, "/AVT000000001/test", new { code = token.CodeAt(api.Clock.UnixSeconds()) });
        Assert.Equal(api.Clock.UnixSeconds() / 30, body.GetProperty("details").GetProperty("movingFactor").GetInt64());
        (_, body) = await desk.SendAsync(HttpMethod.Post, "/AVT000000001/test", new { code = token.CodeAt(api.Clock.UnixSeconds()) });
        Assert.Equal("Replayed", Text(body.GetProperty("details"), "reason"));
        (_, body) = await desk.SendAsync(HttpMethod.Get, "/avt000000001");
        Assert.Equal(("active", 1), (Text(body, "state"), body.GetProperty("failures").GetInt32()));
    }

    [Fact]
    public async Task A_whole_life_over_REST()
    {
        TestToken old = await new TestToken("DPHT00000001").AddAsync(api.System, activate: false);
        TestToken fresh = await new TestToken("DPHT00000002").AddAsync(api.System, activate: false);
        Assert.Equal("accepted", Text((await party.SendAsync(HttpMethod.Post, "/DPHT00000001/activate", new { code1 = old.Code(30), code2 = old.Code(31) })).Body, "result"));
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal("RMCFXLGN001028E", await party.ValidateAsync(old.Id, old.WrongCode(31, i)));
        }

        Assert.Equal("RMCFXLGN001029E", await party.ValidateAsync(old.Id, old.Code(32)));
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/DPHT00000001/unlock")).Status);
        Assert.Equal("accepted", await party.ValidateAsync(old.Id, old.Code(32)));
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/DPHT00000001/suspend")).Status);
        Assert.Equal("RMCFXLGN001030E", await party.ValidateAsync(old.Id, old.Code(33)));
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/DPHT00000001/resume")).Status);
        (int status, JsonElement problem) = await desk.SendAsync(HttpMethod.Post, "/api/v1/replacements", new { old = old.Id, @new = fresh.Id, code = fresh.WrongCode() });
        Assert.Equal((422, "RMCFXLGN001028E"), (status, Text(problem, "error")));
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/api/v1/replacements", new { old = old.Id, @new = fresh.Id, code = fresh.Code(0) })).Status);
        Assert.Equal("RMCFXLGN001031E", await party.ValidateAsync(old.Id, old.Code(33)));
        Assert.Equal(410, (await desk.SendAsync(HttpMethod.Post, "/DPHT00000001/resume")).Status);
        Assert.Equal("accepted", Text((await party.SendAsync(HttpMethod.Post, "/DPHT00000002/resync", new { code1 = fresh.Code(900), code2 = fresh.Code(901) })).Body, "result"));
        Assert.Equal(2, (await desk.SendAsync(HttpMethod.Get, "/?prefix=dpht")).Body.GetArrayLength());
        Assert.True((await desk.SendAsync(HttpMethod.Get, "/api/v1/audit?credential=DPHT00000001&limit=3")).Body.GetProperty("entries").GetArrayLength() == 3);
        Assert.True((await desk.SendAsync(HttpMethod.Post, "/api/v1/audit/verify")).Body.GetProperty("isSound").GetBoolean());
    }

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
        await new TestToken("DPHT00000001").AddAsync(api.System);
        foreach ((string? key, int status) in new[] { (null, nobody), ("hwt_nonsense", nobody), (api.PartyKey, relyingParty), (api.OperatorKey, @operator) })
        {
            using ApiClient client = api.Client(key);
            using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith("/api/", StringComparison.Ordinal) ? path : "/api/v1/credentials" + path);
            request.Content = method == "GET" ? null : JsonBody(path);
            using HttpResponseMessage answer = await client.Http.SendAsync(request);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

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
        await new TestToken("DPHT00000001").AddAsync(api.System);
        using HttpResponseMessage answer = await party.Http.PostAsync("/api/v1/credentials" + path, new StringContent(body, Encoding.UTF8, "application/json"));
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
        using HttpResponseMessage body = await party.Http.PostAsync(
            "/api/v1/credentials/DPHT00000001/validate", new StringContent($$"""{"code":"{{new string(' ', 100_000)}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, body.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.TryAddWithoutValidation("X-Long", new string('x', 40_000));
        using HttpResponseMessage header = await party.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, header.StatusCode);
    }

    [Fact]
    public async Task Another_content_type_than_JSON_is_refused()
    {
        using HttpResponseMessage answer = await party.Http.PostAsync(
            "/api/v1/credentials/DPHT00000001/validate", new FormUrlEncodedContent([new("code", "123456")]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("ja", "セキュリティコード")]
    [InlineData("ja-JP,en;q=0.5", "セキュリティコード")]
    [InlineData("en", "security code")]
    [InlineData("de", "security code")]
    public async Task Messages_come_in_the_callers_language(string language, string words)
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(api.System);
        (_, JsonElement body) = await party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = token.WrongCode() }, language);
        Assert.Contains(words, Text(body, "message"), StringComparison.Ordinal);
        (_, body) = await party.SendAsync(HttpMethod.Post, "/DPHT00000001/validate", new { code = "1" }, language);
        Assert.Contains(words, Text(body, "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PSKC_file_goes_in_and_a_receipt_comes_out()
    {
        var token = new TestToken("DPHT00000001");
        byte[] file = Pskc(token, out byte[] transport);
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        desk.Http.DefaultRequestHeaders.Add("X-Pskc-Key", Convert.ToHexString(transport));
        (int status, JsonElement body) = await desk.SendAsync(HttpMethod.Post, "/api/v1/imports?activate=true", content);
        Assert.Equal(201, status);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(await desk.Http.GetStringAsync("/api/v1/imports/certificate"));
        PskcReceipt receipt = PskcReceipt.Verify(Text(body, "receipt"), certificate);
        string fileDigest = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal((fileDigest, Convert.ToHexStringLower(SHA256.HashData("DPHT00000001\n"u8)), 1), (receipt.FileSha256, receipt.IdsSha256, receipt.Count));
        Assert.Equal((fileDigest, receipt.IdsSha256, receipt.LotId), (Text(body, "fileSha256"), Text(body, "idsSha256"), Text(body, "lot")));
        Assert.Equal(receipt.ImportedAt, body.GetProperty("importedAt").GetDateTimeOffset());
        foreach (string digest in new[] { fileDigest, receipt.IdsSha256, fileDigest.ToUpperInvariant() })
        {
            Assert.Equal(body.GetRawText(), (await desk.SendAsync(HttpMethod.Get, $"/api/v1/imports/{digest}")).Body.GetRawText());
        }

        using var bare = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/imports/{fileDigest}") { Headers = { Accept = { new("application/jose") } } };
        using HttpResponseMessage alone = await desk.Http.SendAsync(bare);
        Assert.Equal("application/jose", alone.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Text(body, "receipt") + "\n", await alone.Content.ReadAsStringAsync());
        (int missing, JsonElement none) = await desk.SendAsync(HttpMethod.Get, "/api/v1/imports/0000");
        Assert.Equal((404, "RMCFXIMP001003E"), (missing, Text(none, "error")));
        Assert.Equal("accepted", await party.ValidateAsync(token.Id, token.Code(0)));
        (status, body) = await desk.SendAsync(HttpMethod.Post, "/api/v1/imports", new ByteArrayContent(file));
        Assert.Equal((409, "RMCFXIMP001002E"), (status, Text(body, "error")));
        Assert.Contains(fileDigest, Text(body, "detail"), StringComparison.Ordinal);
        desk.Http.DefaultRequestHeaders.Remove("X-Pskc-Key");
        desk.Http.DefaultRequestHeaders.Add("X-Pskc-Key", "0011");
        Assert.Equal(400, (await desk.SendAsync(HttpMethod.Post, "/api/v1/imports", new ByteArrayContent(file))).Status);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (string path in new[] { "/healthz", "/api/v1/credentials/DPHT00000001", "/nothing", "/metrics", "/openapi/v1.json" })
        {
            using HttpResponseMessage answer = await party.Http.GetAsync(path);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Health_metrics_and_OpenAPI_answer_without_a_key()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(api.System);
        await party.ValidateAsync(token.Id, token.Code(0));
        using ApiClient nobody = api.Client(null);
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

    [Fact]
    public async Task The_OpenAPI_document_describes_every_operation_parameter_and_field()
    {
        using ApiClient nobody = api.Client(null);
        using JsonDocument openApi = JsonDocument.Parse(await nobody.Http.GetStringAsync("/openapi/v1.json"));
        JsonElement root = openApi.RootElement;
        Assert.Equal("bearer", root.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
        var silent = new List<string>();
        foreach (JsonProperty path in root.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty method in path.Value.EnumerateObject())
            {
                string name = $"{method.Name} {path.Name}";
                silent.AddRange(method.Value.TryGetProperty("summary", out _) ? [] : [name]);
                foreach (JsonElement parameter in method.Value.TryGetProperty("parameters", out JsonElement all) ? all.EnumerateArray() : default)
                {
                    silent.AddRange(parameter.TryGetProperty("description", out _) ? [] : [$"{name} {Text(parameter, "name")}"]);
                }

                foreach (string status in (string[])["401", "429", "503"])
                {
                    Assert.True(method.Value.GetProperty("responses").GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _), name);
                }
            }
        }

        foreach (JsonProperty schema in root.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => schema.Name is not ("ProblemDetails" or "Stream")))
        {
            foreach (JsonProperty field in schema.Value.TryGetProperty("properties", out JsonElement fields) ? fields.EnumerateObject() : default)
            {
                string text = field.Value.GetRawText();
                silent.AddRange(text.Contains("\"description\"", StringComparison.Ordinal) || text.Contains("oneOf", StringComparison.Ordinal) ? [] : [$"{schema.Name}.{field.Name}"]);
                Assert.DoesNotContain("pattern", text, StringComparison.Ordinal);
            }
        }

        Assert.Empty(silent);
        JsonElement problem = root.GetProperty("components").GetProperty("schemas").GetProperty("ProblemDetails").GetProperty("properties");
        Assert.True(problem.TryGetProperty("error", out _) && problem.TryGetProperty("message", out _));
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
        using HttpResponseMessage answer = await party.Http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_limited_is_told_when_to_come_again()
    {
        await using LocalApi narrow = await LocalApi.StartAsync(new Dictionary<string, string?> { ["PerCredentialPerMinute"] = "1", ["PerClientPerSecond"] = "1000" });
        using ApiClient client = narrow.Client(narrow.PartyKey);
        await client.ValidateAsync("DPHT00000001", "123456");
        using HttpResponseMessage answer = await client.Http.PostAsync("/api/v1/credentials/DPHT00000001/validate", new StringContent("""{"code":"123456"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(429, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
    }

    /// <summary>60 requests without a key about one ID gave the relying party 429.</summary>
    [Fact]
    public async Task Requests_without_a_key_or_with_another_use_nothing_up_of_a_relying_partys_share()
    {
        await using LocalApi narrow = await LocalApi.StartAsync(new Dictionary<string, string?> { ["PerCredentialPerMinute"] = "5", ["PerClientPerSecond"] = "20" });
        TestToken token = await new TestToken("DPHT00000001").AddAsync(narrow.System);
        using ApiClient stranger = narrow.Client(null);
        using ApiClient forger = narrow.Client("hwt_" + new string('A', 54));
        using ApiClient other = narrow.Client(narrow.OperatorKey);
        using ApiClient client = narrow.Client(narrow.PartyKey);
        for (int i = 0; i < 100; i++)
        {
            Assert.NotEqual("accepted", await (i % 2 == 0 ? stranger : forger).ValidateAsync(token.Id, token.Code(0)));
        }

        for (int i = 0; i < 6; i++)
        {
            await other.ValidateAsync(token.Id, token.WrongCode(salt: i));
        }

        Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(0)));
    }

    [Fact]
    public async Task Nothing_secret_is_ever_logged_even_at_the_finest_level()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(api.System);
        string right = token.Code(0);
        string wrong = token.WrongCode();
        await party.ValidateAsync(token.Id, right);
        await party.ValidateAsync(token.Id, wrong);
        await party.SendAsync(HttpMethod.Post, "/DPHT00000001/resync", new { code1 = right, code2 = wrong });
        await party.Http.PostAsync("/api/v1/credentials/DPHT00000001/validate", new StringContent($$"""{"code":{{right}}}""", Encoding.UTF8, "application/json"));
        byte[] file = Pskc(new TestToken("DPHT00000002"), out byte[] transport);
        desk.Http.DefaultRequestHeaders.Add("X-Pskc-Key", Convert.ToHexString(transport));
        await desk.SendAsync(HttpMethod.Post, "/api/v1/imports", new ByteArrayContent(file));
        string log = string.Join('\n', api.Log);
        Assert.True(log.Length > 1000, "hardly anything was logged: this test shows nothing");
        foreach (string secret in new[] { right, wrong, api.PartyKey, api.OperatorKey, Convert.ToHexString(transport), Convert.ToHexString(token.Secret), Convert.ToBase64String(token.Secret) })
        {
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Limits_hold_per_credential_and_per_address_and_writing_the_ID_otherwise_does_not_help()
    {
        await using LocalApi narrow = await LocalApi.StartAsync(new Dictionary<string, string?> { ["PerCredentialPerMinute"] = "5", ["PerClientPerSecond"] = "1000" });
        await using LocalApi slow = await LocalApi.StartAsync(new Dictionary<string, string?> { ["PerCredentialPerMinute"] = "1000", ["PerClientPerSecond"] = "1" });
        TestToken token = await new TestToken("DPHT00000001").AddAsync(narrow.System);
        using ApiClient client = narrow.Client(narrow.PartyKey);
        string[] spellings = ["DPHT00000001", "dpht00000001", "DPHT-0000-0001", "DPHT%200000%200001", "Dpht00000001", "dPHT00000001", "dpHT00000001"];
        var answers = new List<string>();
        foreach (string id in spellings)
        {
            answers.Add(await client.ValidateAsync(id, token.WrongCode()));
        }

        Assert.Equal(2, answers.Count(answer => answer == "RMCFXAPI001003E"));
        using ApiClient busy = slow.Client(slow.PartyKey);
        string[] together = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => busy.ValidateAsync($"DPHT000000{i:D2}", "123456")));
        Assert.Contains("RMCFXAPI001003E", together);
    }

    private async Task<(int Status, int Failures)> FailuresAsync(string id)
    {
        (int status, JsonElement body) = await desk.SendAsync(HttpMethod.Get, $"/{id}");
        return (status, body.GetProperty("failures").GetInt32());
    }

    private static StringContent JsonBody(string path) => new(
        path.Contains("resync", StringComparison.Ordinal) ? """{"code1":"123456","code2":"654321"}"""
            : path.Contains("replace", StringComparison.Ordinal) ? """{"old":"DPHT00000001","new":"DPHT00000009","code":"123456"}"""
            : """{"code":"123456"}""",
        Encoding.UTF8,
        path == "/api/v1/imports" ? "application/xml" : "application/json");

    private static byte[] Pskc(TestToken token, out byte[] transport)
    {
        transport = new byte[32];
        transport[0] = 0xA5;
        using var protection = PskcKeySource.PreSharedKey(transport);
        using var file = new MemoryStream();
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            using var key = new PskcKey { Id = token.Id, Algorithm = PskcAlgorithm.Hotp, Counter = 0, Secret = new PskcSecret(token.Secret) };
            writer.Write(key);
            writer.Complete();
        }

        return file.ToArray();
    }

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;
}
