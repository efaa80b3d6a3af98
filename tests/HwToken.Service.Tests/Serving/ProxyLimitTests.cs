using System.Net;
using HwToken.Service.Serving;
using HwToken.Service.Tests.Portal.Support;

namespace HwToken.Service.Tests.Serving;

/// <summary>Whom limits count against when a proxy stands in front: the client by its own address, and nobody by an address that he made up.</summary>
public sealed class ProxyLimitTests : IAsyncLifetime
{
    /// <summary>Far more than the limit, which gives a form back each minute.</summary>
    private const int Many = 200;

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private ServiceHost? host;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        folder.Dispose();
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8")]
    [InlineData("198.51.100.1, 203.0.113.7", "198.51.100.1, 203.0.113.8")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    public async Task Behind_a_trusted_proxy_each_client_has_a_limit_of_its_own(string one, string other)
    {
        await StartAsync("127.0.0.0/8");
        Assert.True(await IsLimitedAsync(_ => one));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(other));
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_a_network_of_64_bits_is_one_client()
    {
        await StartAsync("127.0.0.0/8");
        Assert.True(await IsLimitedAsync(i => $"2001:db8:1:2::{i + 1:x}"));
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_what_the_client_itself_has_put_before_counts_for_nothing()
    {
        await StartAsync("127.0.0.0/8");
        Assert.True(await IsLimitedAsync(i => $"198.51.100.{i + 1}, 203.0.113.7"));
    }

    [Fact]
    public async Task Without_a_trusted_proxy_nobody_gets_round_the_limit_by_a_header()
    {
        await StartAsync(null);
        Assert.True(await IsLimitedAsync(i => $"198.51.100.{i + 1}"));
    }

    private async Task StartAsync(string? proxy)
    {
        IPNetwork[] proxies = proxy is null ? [] : [IPNetwork.Parse(proxy)];
        host = await LocalPortal.StartAsync(
            folder.Path, new Listening { Url = new Uri("http://127.0.0.1:0"), TrustedProxies = proxies }, new() { ["PageFormsPerAddressPerMinute"] = "1" });
    }

    private async Task<bool> IsLimitedAsync(Func<int, string> from)
    {
        for (int i = 0; i < Many; i++)
        {
            if (await PostAsync(from(i)) == HttpStatusCode.TooManyRequests)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A form without its token: 400, unless the limit comes first.</summary>
    private async Task<HttpStatusCode> PostAsync(string forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host!.Url, "/test")) { Content = new StringContent("id=x", null, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
