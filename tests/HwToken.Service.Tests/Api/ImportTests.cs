using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>Seed files of any maker over REST, and what becomes of their tokens.</summary>
public sealed class ImportTests : ApiTest
{
    /// <summary>The secret of RFC 4226, appendix D, in hexadecimal digits.</summary>
    private const string Hex = "3132333435363738393031323334353637383930";

    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    [Theory]
    [InlineData("text/csv", "FT-0001_a:1," + Hex + ",hotp,8,0\n", "FT-0001_a:1", OtpType.Hotp, 8, 30)]
    [InlineData("text/csv", "1000133508267," + Hex + ",hotp,7\n", "1000133508267", OtpType.Hotp, 7, 30)]
    [InlineData("text/plain", "TK99;" + Hex + ";totp;6;60\n", "TK99", OtpType.Totp, 6, 60)]
    [InlineData("text/csv; charset=utf-8", "upn,serial number,secret key,time interval,manufacturer,model\nmori@example.com,1234567,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,30,Maker,Model\n", "1234567", OtpType.Totp, 6, 30)]
    [InlineData("text/plain", "otpauth://hotp/Maker:HT-77?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0&digits=8\n", "HT-77", OtpType.Hotp, 8, 30)]
    public async Task Seed_files_of_other_makers_go_in_and_their_codes_are_taken(string type, string text, string id, OtpType kind, int digits, int period)
    {
        (int status, JsonElement body) = await SendAsync(text, "?activate=true", type);
        Assert.True(status == 201, body.GetRawText());
        JsonElement view = (await Desk.SendAsync(HttpMethod.Get, $"/{id.ToLowerInvariant()}")).Body;
        Assert.Equal((id, digits), (view.GetProperty("writtenId").GetString(), view.GetProperty("digits").GetInt32()));
        long factor = kind == OtpType.Hotp ? 0 : Api.Clock.GetUtcNow().ToUnixTimeSeconds() / period;
        Assert.Equal("accepted", await Desk.ValidateAsync(id, Code(factor, digits)));
    }

    [Fact]
    public async Task IDs_that_read_like_words_of_the_API_are_tokens_like_others()
    {
        string[] ids = ["AUDIT", "IMPORT", "IMPORTS", "REPLACE", "verify", "certificate", "credentials"];
        Assert.Equal(201, (await SendAsync(string.Concat(ids.Select(id => $"{id},{Hex}\n")), "?activate=true")).Status);
        foreach (string id in ids)
        {
            Assert.Equal(id, (await Desk.SendAsync(HttpMethod.Get, $"/{id}")).Body.GetProperty("writtenId").GetString());
            Assert.Equal("accepted", await Desk.ValidateAsync(id, Code(0, 6)));
            Assert.Equal("accepted", (await Desk.SendAsync(HttpMethod.Post, $"/{id}/test", new { code = Code(1, 6) })).Body.GetProperty("result").GetString());
            Assert.Equal("accepted", (await Desk.SendAsync(HttpMethod.Post, $"/{id}/resync", new { code1 = Code(2, 6), code2 = Code(3, 6) })).Body.GetProperty("result").GetString());
            Assert.Equal(409, (await Desk.SendAsync(HttpMethod.Post, $"/{id}/unlock")).Status);
            Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Post, $"/{id}/suspend")).Status);
            Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Post, $"/{id}/resume")).Status);
            Assert.Equal(200, (await Desk.SendAsync(HttpMethod.Post, $"/{id}/revoke")).Status);
            Assert.Equal(6, (await Desk.SendAsync(HttpMethod.Get, $"/api/v1/audit?credential={id}")).Body.GetProperty("entries").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("DPHT\u30FC0000\u30FC0002")]
    [InlineData("DPHT\u22120000\u22120002")]
    [InlineData("dpht 0000 0002\t")]
    [InlineData("\u200BＤＰＨＴ00000002\uFEFF")]
    public async Task A_token_is_found_however_its_ID_was_typed(string typed)
    {
        Assert.Equal(201, (await SendAsync($"DPHT-0000-0002,{Hex}\n", "?activate=true")).Status);
        Assert.Equal("accepted", await Desk.ValidateAsync(Uri.EscapeDataString(typed), Code(0, 6)));
        JsonElement view = (await Desk.SendAsync(HttpMethod.Get, "/DPHT00000002")).Body;
        Assert.Equal(("DPHT00000002", "DPHT-0000-0002"), (view.GetProperty("id").GetString(), view.GetProperty("writtenId").GetString()));
    }

    [Fact]
    public async Task A_code_of_another_length_names_the_right_one_to_whoever_has_a_key_and_is_not_counted()
    {
        await SendAsync($"TK99,{Hex},hotp,8\n", "?activate=true");
        for (int i = 0; i < 12; i++)
        {
            (int status, JsonElement problem) = await Desk.SendAsync(HttpMethod.Post, "/TK99/validate", new { code = $"12345{i % 10}" }, "ja");
            Assert.Equal((400, "49b5"), (status, problem.GetProperty("error").GetString()));
            Assert.Contains("8桁", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Contains("8 digits", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await Desk.SendAsync(HttpMethod.Get, "/TK99")).Body.GetProperty("failures").GetInt32());
        Assert.Equal("accepted", await Desk.ValidateAsync("TK99", Code(0, 8)));
    }

    [Fact]
    public async Task A_key_that_cannot_be_used_is_named_with_its_line_and_left_out_on_demand()
    {
        string text = $"TK01,{Hex},hotp,8\nDPHT0000001,{Hex}\nTK02,{Hex},totp,6,7200\nTK03,{Hex},hotp,12\nTK04,{Hex}\n";
        (int status, JsonElement refused) = await SendAsync(text, "");
        Assert.Equal((422, "RMCFXIMP001001E"), (status, refused.GetProperty("error").GetString()));
        Assert.Contains("ine 4, key 'TK03'", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (status, refused) = await SendAsync(text.Replace("hotp,12", "hotp,6", StringComparison.Ordinal), "");
        Assert.Equal(422, status);
        Assert.Contains("line 2, key 'DPHT0000001'", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("11 characters", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(404, (await Desk.SendAsync(HttpMethod.Get, "/TK01")).Status);

        (status, JsonElement taken) = await SendAsync(text, "?skipForeign=true&activate=true");
        Assert.Equal((201, 2), (status, taken.GetProperty("count").GetInt32()));
        string[] notes = [.. taken.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];
        foreach (string place in new[] { "line 2, key 'DPHT0000001'", "line 3, key 'TK02'", "line 4, key 'TK03'" })
        {
            Assert.Contains(notes, note => note.Contains(place, StringComparison.Ordinal));
        }

        Assert.Equal("accepted", await Desk.ValidateAsync("TK04", Code(0, 6)));
        (status, refused) = await SendAsync($"DPHT0000001,{Hex}\n", "?skipForeign=true");
        Assert.Equal(422, status);
        Assert.Contains("no key that can be used", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ID_that_is_here_with_another_secret_is_told_as_such_with_the_way_to_replace_it()
    {
        string first = $"TK01,{Hex}\nTK02,{Hex}\n";
        Assert.Equal(201, (await SendAsync(first, "")).Status);
        (int status, JsonElement problem) = await SendAsync(first, "");
        Assert.Equal(409, status);
        Assert.Contains("nothing has to be imported again", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        foreach (string again in new[] { first.Replace("TK01,31", "TK01,32", StringComparison.Ordinal), $"tk-01,32{Hex[2..]}\nTK03,{Hex}\n" })
        {
            (status, problem) = await SendAsync(again, "");
            Assert.Equal((409, "RMCFXIMP001002E"), (status, problem.GetProperty("error").GetString()));
            string detail = problem.GetProperty("detail").GetString()!;
            Assert.Contains("ANOTHER secret: TK01", detail, StringComparison.Ordinal);
            Assert.Contains("Replace", detail, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing has to be imported again", detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Dates_of_a_seed_file_are_kept_shown_and_told_at_the_sign_in()
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(Api.Clock.GetUtcNow().ToUnixTimeSeconds());
        byte[] file = Pskc(("ENDED1", null, now.AddDays(-1)), ("EARLY1", now.AddDays(1), null), ("VALID1", now.AddDays(-1), now.AddDays(1)));
        using var content = new ByteArrayContent(file);
        Desk.Http.DefaultRequestHeaders.Add("X-Pskc-Key", Convert.ToHexString(new byte[32]));
        (int status, JsonElement body) = await Desk.SendAsync(HttpMethod.Post, "/api/v1/imports?activate=true", content);
        Assert.Equal(201, status);
        string notes = body.GetProperty("notes").GetRawText();
        Assert.Contains("1 of 3 credentials have expired", notes, StringComparison.Ordinal);
        Assert.Contains("1 of 3 credentials are not valid yet", notes, StringComparison.Ordinal);
        JsonElement valid = (await Desk.SendAsync(HttpMethod.Get, "/VALID1")).Body;
        Assert.Equal((now.AddDays(-1), now.AddDays(1)), (valid.GetProperty("validFrom").GetDateTimeOffset(), valid.GetProperty("validUntil").GetDateTimeOffset()));
        Assert.Equal("RMCFXLGN001034E", await Desk.ValidateAsync("ENDED1", Code(0, 6)));
        Assert.Equal("RMCFXLGN001034E", await Desk.ValidateAsync("EARLY1", Code(0, 6)));
        Assert.Equal("accepted", await Desk.ValidateAsync("VALID1", Code(0, 6)));
        Api.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("accepted", await Desk.ValidateAsync("EARLY1", Code(0, 6)));
        Assert.Equal("RMCFXLGN001034E", await Desk.ValidateAsync("VALID1", Code(1, 6)));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_told_so()
    {
        await using LocalApi narrow = await LocalApi.StartAsync(new Dictionary<string, string?> { ["MaxImportBytes"] = "1000" });
        using ApiClient client = narrow.Client(narrow.OperatorKey);
        Assert.Equal(201, (await client.SendAsync(HttpMethod.Post, "/api/v1/imports", new StringContent($"TK01,{Hex}\n", Encoding.UTF8, "text/csv"))).Status);
        Assert.Equal(413, (await client.SendAsync(HttpMethod.Post, "/api/v1/imports", new StringContent(new string('#', 2000), Encoding.UTF8, "text/csv"))).Status);
    }

    private Task<(int Status, JsonElement Body)> SendAsync(string text, string query, string type = "text/csv")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Desk.SendAsync(HttpMethod.Post, "/api/v1/imports" + query, content);
    }

    private static string Code(long factor, int digits) => OtpCode.Format(new OtpGenerator(OtpAlgorithm.Sha1, digits, Secret).Compute((ulong)factor), digits);

    private static byte[] Pskc(params (string Id, DateTimeOffset? Start, DateTimeOffset? End)[] keys)
    {
        using var protection = PskcKeySource.PreSharedKey(new byte[32]);
        using var file = new MemoryStream();
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            foreach ((string id, DateTimeOffset? start, DateTimeOffset? end) in keys)
            {
                using var key = new PskcKey { Id = id, Algorithm = PskcAlgorithm.Hotp, Counter = 0, StartDate = start, ExpiryDate = end, Secret = new PskcSecret(Secret) };
                writer.Write(key);
            }

            writer.Complete();
        }

        return file.ToArray();
    }
}
