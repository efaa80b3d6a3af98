using System.Net;
using HwToken.Service.Serving;
using HwToken.Service.Tests.Portal.Support;

namespace HwToken.Service.Tests.Portal;

/// <summary>What pages take from one address, and how they say no: as a page in the person's language.</summary>
public sealed class PageLimitTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 32 });
    private ServiceHost host = null!;

    public async ValueTask InitializeAsync() =>
        host = await LocalPortal.StartAsync(folder.Path);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        http.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("/test", "ja", "リクエストが多すぎます")]
    [InlineData("/desk/sign-in", "en", "Too many requests")]
    [InlineData("/reset", "en", "Too many requests")]
    public async Task Too_many_forms_from_one_address_are_told_so_in_the_persons_language(string path, string language, string words)
    {
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => PostAsync(path, "id=DPHT00000001&code=123456", language)));
        HttpResponseMessage refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("text/html", refused.Content.Headers.ContentType!.MediaType);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        string page = await refused.Content.ReadAsStringAsync();
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("RMCFXAPI001003E", page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);

        // Who only reads is not limited, and the API has limits of its own.
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(host.Url, path))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri(host.Url, "/api/v1/credentials/DPHT00000001"))).StatusCode);
    }

    [Theory]
    [InlineData("en", "too large")]
    [InlineData("ja", "大きすぎます")]
    public async Task A_form_that_is_too_large_is_refused_as_a_page(string language, string words)
    {
        using HttpResponseMessage answer = await PostAsync("/test", "id=DPHT00000001&code=" + new string('1', 40_000), language);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_are_too_large_are_refused_before_anything_reads_them()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url, "/test"));
        request.Headers.TryAddWithoutValidation("X-Long", new string('x', 40_000));
        using HttpResponseMessage answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("id=DPHT00000001&code=123456")]
    [InlineData("%%%=%00")]
    [InlineData("")]
    public async Task A_form_without_its_token_is_a_page_that_says_what_to_do(string form)
    {
        using HttpResponseMessage answer = await PostAsync("/test", form, "en");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Open the page again", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string form, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, path)) { Content = new StringContent(form, null, "application/x-www-form-urlencoded") };
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await http.SendAsync(request);
    }
}
