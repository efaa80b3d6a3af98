using System.Net;
using System.Text;
using System.Text.Json;
using HwToken.Rack.Api;
using HwToken.Rack.Live;
using HwToken.TokenPage.Store;

namespace HwToken.TokenPage.Tests;

/// <summary>The simulator in the page itself answers as the served one: the same requests to both, one after the other.</summary>
public class PageRequestsTests
{
    private static readonly (string Method, string Path, string Body)[] Requests =
    [
        ("GET", "/tokens", ""),
        ("POST", "/tokens/3/speed", """{"speed":0}"""),
        ("POST", "/tokens/3/speed", """{"speed":"0"}"""),
        ("POST", "/tokens/3/speed", """{"speed":3601}"""),
        ("POST", "/tokens/3/secret", ""),
        ("POST", "/tokens/3/provision", """{"otpauth":"otpauth://hotp/t?secret=x"}"""),
        ("POST", "/tokens/3/provision", """{"otpauth":"otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0","credentialId":"DPHT00000001"}"""),
        ("POST", "/tokens/3/provision", """{"random":"HOTP"}"""),
        ("GET", "/tokens/3", ""),
        ("POST", "/tokens/3/press", ""),
        ("GET", "/tokens/3/screen", ""),
        ("POST", "/tokens/3/secret", ""),
        ("POST", "/tokens/3/jump", """{"seconds":31}"""),
        ("POST", "/tokens/3/jump", """{"seconds":31,"seconds":32}"""),
        ("POST", "/tokens/3/jump", """{"to":"2000-01-01T00:00:00Z"}"""),
        ("POST", "/tokens/3/hold", """{"seconds":2.5}"""),
        ("POST", "/tokens/3/hold", """{"seconds":61}"""),
        ("POST", "/tokens/3/hold", "null"),
        ("POST", "/tokens/3/button", """{"down":true}"""),
        ("POST", "/tokens/3/button", """{"down":true,"more":1}"""),
        ("POST", "/tokens/3/button", "{"),
        ("POST", "/tokens/3/button", """{"down":false}"""),
        ("POST", "/tokens/3/fault", """{"name":"panelMissing","on":true}"""),
        ("POST", "/tokens/3/fault", """{"name":"nothing","on":true}"""),
        ("POST", "/tokens/3/cut", """{"mode":"torn"}"""),
        ("POST", "/tokens/3/cut", """{"mode":1}"""),
        ("POST", "/tokens/3/cut", """{"mode":null}"""),
        ("POST", "/tokens/3/rtc-jump", """{"seconds":-90}"""),
        ("POST", "/tokens/3/rtc-jump", """{"seconds":2147483647}"""),
        ("POST", "/tokens/3/rtc-ppm", """{"ppm":40}"""),
        ("POST", "/tokens/3/rtc-ppm", "{}"),
        ("POST", "/tokens/3/rtc-set", ""),
        ("POST", "/tokens/3/renew", ""),
        ("POST", "/tokens/3/follow", ""),
        ("POST", "/tokens/3/power", """{"on":false}"""),
        ("POST", "/tokens/3/reset", ""),
        ("POST", "/tokens/3/power", """{"on":true}"""),
        ("POST", "/tokens/3/reset", ""),
        ("GET", "/tokens/3/log", ""),
        ("GET", "/tokens/3/serial", ""),
        ("POST", "/tokens/3/snapshot", ""),
        ("POST", "/tokens/3/restore", "{}"),
        ("POST", "/tokens/3/blank", ""),
        ("POST", "/tokens", "{}"),
        ("POST", "/tokens", """{"random":"TOTP","name":"mine"}"""),
        ("POST", "/tokens", """{"name":""}"""),
        ("PATCH", "/tokens/3", """{"name":"other"}"""),
        ("DELETE", "/tokens/4", ""),
        ("DELETE", "/tokens/77", ""),
        ("GET", "/tokens/77", ""),
        ("POST", "/tokens/3/nothing", "{}"),
        ("GET", "/nothing", ""),
    ];

    [Fact]
    public async Task The_same_requests_get_the_same_answers_from_the_page_itself_and_from_the_server()
    {
        await using RunningPage served = await RunningPage.StartAsync();
        using var data = new TempFolder();
        using var store = new SavedTokenStore(data.Path);
        var page = new PageRequests(new TokenRack(store, TimeProvider.System));
        var differences = new List<string>();
        foreach ((string method, string path, string body) in Requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(served.Url, "/sim/v1" + path));
            request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await served.Http.SendAsync(request, TestContext.Current.CancellationToken);
            string theirs = $"{(int)answer.StatusCode} {Shape(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.StatusCode)}";
            (int status, string text) = page.Answer(method, path, body);
            string ours = $"{status} {Shape(text, (HttpStatusCode)status)}";
            if (theirs != ours)
            {
                differences.Add($"{method} {path} {body}\n  served {theirs}\n  page   {ours}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void A_refusal_repeats_nothing_of_a_body_that_may_hold_a_secret()
    {
        using var data = new TempFolder();
        using var store = new SavedTokenStore(data.Path);
        var page = new PageRequests(new TokenRack(store, TimeProvider.System));
        (int status, string text) = page.Answer("POST", "/tokens/3/provision", """{"otpauth":"otpauth://hotp/t?secret=GEZDGNBV","secret":"GEZDGNBV"}""");
        Assert.Equal(400, status);
        Assert.DoesNotContain("GEZDGNBV", text, StringComparison.Ordinal);
    }

    /// <summary>Members and kinds of values; of a refusal what it says. Values differ: secrets, IDs and times are each rack's own.</summary>
    private static string Shape(string text, HttpStatusCode status)
    {
        if (text.Length == 0)
        {
            return "";
        }

        JsonElement root = JsonSerializer.Deserialize<JsonElement>(text.Split('\n')[0]);
        return (int)status >= 400 ? $"{root.GetProperty("code")}: {root.GetProperty("detail")}" : Shape(root);
    }

    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().Where(member => member.Name is not ("since" or "until" or "files" or "values")).Select(member => $"{member.Name}:{Shape(member.Value)}").Order(StringComparer.Ordinal)) + "}",
        JsonValueKind.Array => $"[{element.EnumerateArray().Select(Shape).FirstOrDefault()}]",
        JsonValueKind.True or JsonValueKind.False => "Bool",
        _ => element.ValueKind.ToString(),
    };
}
