using System.Text;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>Limits per client and per credential.</summary>
public sealed class RateLimitTests : ApiTest
{
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
}
