using System.Text;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>The log.</summary>
public sealed class SecretLogTests : ApiTest
{
    [Fact]
    public async Task Nothing_secret_is_ever_logged_even_at_the_finest_level()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(Api.System);
        string right = token.Code(0);
        string wrong = token.WrongCode();
        await Party.ValidateAsync(token.Id, right);
        await Party.ValidateAsync(token.Id, wrong);
        await Party.SendAsync(HttpMethod.Post, "/DPHT00000001/resync", new { code1 = right, code2 = wrong });
        await Party.Http.PostAsync("/api/v1/credentials/DPHT00000001/validate", new StringContent($$"""{"code":{{right}}}""", Encoding.UTF8, "application/json"));
        byte[] file = PskcFile.Of(new TestToken("DPHT00000002"), out byte[] transport);
        Desk.Http.DefaultRequestHeaders.Add("X-Pskc-Key", Convert.ToHexString(transport));
        await Desk.SendAsync(HttpMethod.Post, "/api/v1/imports", new ByteArrayContent(file));
        string log = string.Join('\n', Api.Log);
        Assert.True(log.Length > 1000, "hardly anything was logged: this test shows nothing");
        foreach (string secret in new[] { right, wrong, Api.PartyKey, Api.OperatorKey, Convert.ToHexString(transport), Convert.ToHexString(token.Secret), Convert.ToBase64String(token.Secret) })
        {
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        }
    }
}
