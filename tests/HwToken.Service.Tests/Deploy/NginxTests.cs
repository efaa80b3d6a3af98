using System.Net;
using HwToken.Service.Serving;
using HwToken.Service.Tests.Portal.Support;

namespace HwToken.Service.Tests.Deploy;

/// <summary>The service behind the example of an nginx.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private const int Many = 200;

    private readonly TempFolder folder = new();
    private ServiceHost host = null!;
    private Nginx? nginx;

    private Nginx Proxy => nginx ??= new Nginx(host.Url.Port);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await LocalPortal.StartAsync(
        folder.Path,
        new Listening { Url = new Uri("http://127.0.0.1:0"), Hosts = [Nginx.Name], TrustedProxies = [IPNetwork.Parse("127.0.0.1/32")] },
        new() { ["PageFormsPerAddressPerMinute"] = "1" });

    public async ValueTask DisposeAsync()
    {
        nginx?.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_person_who_comes_by_https_gets_secure_cookies_and_nobody_else_is_answered()
    {
        using HttpClient browser = Proxy.Browser("127.0.0.2");
        using HttpResponseMessage page = await browser.GetAsync("/test?lang=ja", Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.NotEmpty(page.Headers.GetValues("Set-Cookie"));
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.True(page.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/healthz", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/metrics", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/readyz", Cancel)).StatusCode);

        using var clear = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using HttpResponseMessage sent = await clear.GetAsync(new Uri($"http://127.0.0.1:{Proxy.ClearPort}/test"), Cancel);
        Assert.Equal($"https://{Nginx.Name}/test", sent.Headers.Location!.ToString());
        using HttpResponseMessage searched = await clear.GetAsync(new Uri($"http://127.0.0.1:{Proxy.ClearPort}/desk?id=mori"), Cancel);
        Assert.EndsWith("/desk?id=mori", searched.Headers.Location!.ToString(), StringComparison.Ordinal);

        using HttpClient other = Proxy.Browser("127.0.0.2", "elsewhere.example");
        await Assert.ThrowsAsync<HttpRequestException>(() => other.GetAsync("/test", Cancel));

        // What was searched for may name a person: it stands in no log. nginx writes a line there before it turns to its next caller, the one above.
        Assert.Contains("\"GET /test HTTP", Proxy.Log, StringComparison.Ordinal);
        Assert.Contains("\"GET /desk HTTP", Proxy.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("?", Proxy.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_count_by_the_clients_own_address_whatever_it_says_of_itself()
    {
        using HttpClient one = Proxy.Browser("127.0.0.2");
        bool isLimited = false;
        for (int i = 0; i < Many && !isLimited; i++)
        {
            isLimited = await PostAsync(one, $"198.51.100.{i + 1}") == HttpStatusCode.TooManyRequests;
        }

        Assert.True(isLimited);
        using HttpClient other = Proxy.Browser("127.0.0.3");
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(other, "127.0.0.2"));
    }

    /// <summary>A form without its token: 400, unless the limit comes first.</summary>
    private static async Task<HttpStatusCode> PostAsync(HttpClient browser, string forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/test") { Content = new StringContent("id=x", null, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        using HttpResponseMessage answer = await browser.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
