using System.Net;
using System.Text.RegularExpressions;
using HwToken.Core.Otp;
using HwToken.Service.Serving;
using HwToken.Service.Tests.Portal.Support;
using HwToken.Validation;
using HwToken.Validation.Rules;

namespace HwToken.Service.Tests.Portal;

/// <summary>Strangers on the public pages learn of no credential ID whether it exists, and in which state it is.</summary>
public sealed partial class EnumerationTests : IDisposable
{
    /// <summary>A few codes are tried: on a day of its own none of them would now and then be right.</summary>
    private static readonly StandingTime Calendar = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_public_page_answers_one_thing_for_every_ID()
    {
        string[] ids = await PrepareAsync();
        string last = "";
        await using ServiceHost host = await LocalPortal.StartAsync(folder.Path, time: Calendar);
        foreach ((string page, string action, string fields) in new[]
        {
            ("/test", "/test", "code=000000"), ("/test", "/test", "code=12345"), ("/reset", "/reset", ""), ("/reset", "/reset/codes", "code1=000000&code2=111111"), ("/reset", "/reset/codes", "code1=000000&code2=000000"),
            ("/test", "/test", "code=000001"), ("/test", "/test", "code=000002"), ("/test", "/test", "code=000003"), ("/test", "/test", "code=000004"), ("/reset", "/reset/codes", "code1=000002&code2=000003"),
        })
        {
            var answers = new List<string>();
            foreach (string id in ids)
            {
                string token = Forgery().Match(await http.GetStringAsync(new Uri(host.Url, page))).Groups[1].Value;
                using var form = new StringContent($"forgery={Uri.EscapeDataString(token)}&id={id}&{fields}", null, "application/x-www-form-urlencoded");
                using HttpResponseMessage sentOn = await http.PostAsync(new Uri(host.Url, action), form);
                Assert.Equal(HttpStatusCode.SeeOther, sentOn.StatusCode);
                using HttpResponseMessage answer = await http.GetAsync(new Uri(host.Url, sentOn.Headers.Location!));
                string text = (await answer.Content.ReadAsStringAsync()).Replace(id, "ID", StringComparison.Ordinal);
                answers.Add($"{answer.StatusCode} {Result().Replace(Forgery().Replace(text, ""), "")}");
            }

            Assert.Contains("ID", answers[0], StringComparison.Ordinal);
            Assert.Single(answers.Distinct());
            last = answers[0];
        }

        // After five refused tries the pages close, and name the other ways.
        Assert.Contains("RMCFXLGN001037E", last, StringComparison.Ordinal);
        Assert.StartsWith("TooManyRequests", last, StringComparison.Ordinal);
    }

    /// <summary>Active, suspended, revoked, locked, not yet enrolled, an operator's; and two that do not exist.</summary>
    private async Task<string[]> PrepareAsync()
    {
        await using ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder.Path, Time = Calendar });
        string[] known = [.. Enumerable.Range(1, 5).Select(i => $"AVT00000000{i}")];
        await TestTokens.AddAsync(system, known[..4].Select(id => new TestToken(id, OtpType.Totp)));
        await new TestToken(known[4]).AddAsync(system, activate: false);
        await system.Desk.ApplyAsync(known[1], DeskVerb.Suspend, "test");
        await system.Desk.ApplyAsync(known[2], DeskVerb.Revoke, "test");
        for (int i = 0; i < 10; i++)
        {
            await system.Service.ValidateAsync(known[3], new TestToken(known[3], OtpType.Totp).WrongCode(Calendar.GetUtcNow().ToUnixTimeSeconds(), i), "test");
        }

        await new TestToken("AVT000000006", OtpType.Totp).AddAsync(system);
        await system.Desk.SetOperatorsAsync("AVT000000006", true, "test");
        return [.. known, "AVT000000006", "AVT999999999", "DPHT99999999"];
    }

    [GeneratedRegex("result=[0-9a-f]+")]
    private static partial Regex Result();

    [GeneratedRegex("name=\"forgery\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Forgery();
}
