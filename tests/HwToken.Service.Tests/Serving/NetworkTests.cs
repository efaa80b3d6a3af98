using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Service.Serving;
using HwToken.Service.Tests.Portal.Support;

namespace HwToken.Service.Tests.Serving;

/// <summary>Names, proxies and certificates between the network and the pages.</summary>
public sealed class NetworkTests : IDisposable
{
    private static readonly Uri AnyPort = new("http://127.0.0.1:0");

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Certificate => Path.Combine(folder.Path, "chain.pem");

    private string Key => Path.Combine(folder.Path, "key.pem");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("tokens.example.org", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("elsewhere.example", HttpStatusCode.BadRequest)]
    public async Task Only_the_names_that_were_given_are_answered(string name, HttpStatusCode status)
    {
        await using ServiceHost host = await LocalPortal.StartAsync(folder.Path, new Listening { Url = AnyPort, Hosts = ["tokens.example.org"] });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url, "/test"));
        request.Headers.Host = name;
        Assert.Equal(status, (await http.SendAsync(request, Cancel)).StatusCode);
    }

    /// <summary>A second server on this computer, beside one on 127.0.0.1.</summary>
    [Fact]
    public async Task The_loopback_address_that_was_given_is_answered()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere other loopback addresses than 127.0.0.1 have to be set up first.");
        await using ServiceHost host = await LocalPortal.StartAsync(folder.Path, new Listening { Url = new Uri("http://127.0.0.2:0") });
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(host.Url, "/test"), Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData(null, false)]
    public async Task The_persons_side_counts_as_https_only_when_a_trusted_proxy_says_so(string? proxy, bool isSecure)
    {
        IPNetwork[] proxies = proxy is null ? [] : [IPNetwork.Parse(proxy)];
        await using ServiceHost host = await LocalPortal.StartAsync(folder.Path, new Listening { Url = AnyPort, TrustedProxies = proxies });
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url, "/test?lang=ja"));
        request.Headers.Add("X-Forwarded-Proto", "https");
        string[] cookies = [.. (await http.SendAsync(request, Cancel)).Headers.GetValues("Set-Cookie")];
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_renewed_certificate_is_served_without_a_restart_and_a_half_written_one_is_not()
    {
        Write("first");
        await using ServiceHost host = await LocalPortal.StartAsync(folder.Path, new Listening { Url = new Uri("https://127.0.0.1:0"), Certificate = Certificate, CertificateKey = Key });
        Assert.Equal("CN=first", await SubjectAsync(host.Url));
        Write("second");
        Assert.Equal("CN=second", await SubjectAsync(host.Url));
        await File.WriteAllTextAsync(Certificate, "-----BEGIN CERT", Cancel);
        Assert.Equal("CN=second", await SubjectAsync(host.Url));
    }

    [Fact]
    public async Task A_certificate_that_is_none_is_told_with_the_option()
    {
        await File.WriteAllTextAsync(Certificate, "nonsense", Cancel);
        await File.WriteAllTextAsync(Key, "nonsense", Cancel);
        var listening = new Listening { Url = new Uri("https://127.0.0.1:0"), Certificate = Certificate, CertificateKey = Key };
        IOException refused = await Assert.ThrowsAsync<IOException>(() => LocalPortal.StartAsync(folder.Path, listening));
        Assert.Contains("--certificate-key", refused.Message);
    }

    private static async Task<string> SubjectAsync(Uri url)
    {
        string subject = "";
        using var http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => (subject = certificate!.Subject).Length > 0 },
        });
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(url, "/portal"), Cancel)).StatusCode);
        return subject;
    }

    private void Write(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
    }
}
