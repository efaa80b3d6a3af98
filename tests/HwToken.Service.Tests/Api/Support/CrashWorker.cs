
namespace HwToken.Service.Tests.Api.Support;

/// <summary>One customer: right code, wrong code, right code, and so on; remembers what was answered.</summary>
internal sealed class CrashWorker(TestToken token)
{
    private const string Unavailable = "RMCFXAPI001005E";

    private long next;
    private bool isRightCodeUnderWay;

    public TestToken Token => token;

    /// <summary>Until nobody answers any more (what was under way then has no answer), or until the kill is over: a server whose database died may
    /// have let this customer wait and noticed nothing.</summary>
    public async Task LoadAsync(ApiClient client, Countdown countdown)
    {
        try
        {
            for (int i = 0; !countdown.IsOver; i++)
            {
                isRightCodeUnderWay = i % 2 == 0;
                string answer = await client.ValidateAsync(token.Id, isRightCodeUnderWay ? token.Code(next) : Wrong());
                if (answer == Unavailable)
                {
                    return;
                }

                Assert.Equal(isRightCodeUnderWay ? "accepted" : "RMCFXLGN001028E", answer);
                next += isRightCodeUnderWay ? 1 : 0;
                isRightCodeUnderWay = false;
                countdown.Answered();
            }
        }
        catch (HttpRequestException)
        {
            // The server is dead.
        }
        catch (IOException)
        {
        }
    }

    public async Task CheckAsync(ApiClient client)
    {
        long stored = await client.NextFactorAsync(token.Id);
        Assert.InRange(stored, next, isRightCodeUnderWay ? next + 1 : next);
        if (next > 0)
        {
            Assert.NotEqual("accepted", await client.ValidateAsync(token.Id, token.Code(next - 1)));
        }

        Assert.Equal(stored, await client.NextFactorAsync(token.Id));
        Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(stored)));
        (next, isRightCodeUnderWay) = (stored + 1, false);
    }

    /// <summary>Fits none of the counters around.</summary>
    private string Wrong() => Enumerable.Range(0, 100).Select(i => $"{(123_457 + (i * 7919)) % 1_000_000:D6}")
        .First(code => Enumerable.Range(-1, 14).All(i => token.Code(Math.Max(0, next + i)) != code));
}
