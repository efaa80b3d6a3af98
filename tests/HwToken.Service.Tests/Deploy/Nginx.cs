using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HwToken.Service.Tests.Deploy;

/// <summary>A real nginx with the project's example file, on loopback; only addresses, ports and certificate are exchanged in it.</summary>
internal sealed class Nginx : IDisposable
{
    public const string Name = "tokens.example.org";

    private const int Tries = 50;
    private const int FirstPort = 20_000;
    private const int LastPort = 30_000;

    private readonly TempFolder folder = new();
    private readonly string main;
    private readonly string own;

    public Nginx(int servicePort)
    {
        Peer.Demand("nginx");
        main = folder["nginx.conf"];
        own = WriteCertificate();
        string said = "";
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            // Below the ports that the kernel hands out by itself; who has one already keeps it, and the next is tried.
            (Port, ClearPort) = (RandomNumberGenerator.GetInt32(FirstPort, LastPort), RandomNumberGenerator.GetInt32(FirstPort, LastPort));
            Write(servicePort);
            PeerAnswer start = Peer.Run("nginx", "-e", folder["error.log"], "-p", folder.Path, "-c", main);
            if (start.Exit == 0)
            {
                return;
            }

            said = start.Errors;
        }

        Assert.Fail("nginx did not start: " + said);
    }

    public int Port { get; private set; }

    public int ClearPort { get; private set; }

    /// <summary>What it has noted of requests.</summary>
    public string Log => File.ReadAllText(folder["hwtoken.log"]);

    /// <summary>A browser that comes from an address of its own (127.0.0.0/8) and believes the test's certificate.</summary>
    public HttpClient Browser(string from, string name = Name) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == own },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://{name}:{Port}")),
    };

    public void Dispose()
    {
        Peer.Run("nginx", "-e", folder["error.log"], "-p", folder.Path, "-c", main, "-s", "stop");
        while (File.Exists(folder["pid"]))
        {
            // It takes its file away last.
            Thread.Yield();
        }

        folder.Dispose();
    }

    private void Write(int servicePort)
    {
        string example = Project.Read("hostsim", "HwToken.Service", "deploy", "nginx.conf")
            .Replace("listen 443 ", $"listen 127.0.0.1:{Port} ", StringComparison.Ordinal)
            .Replace("listen 80 ", $"listen 127.0.0.1:{ClearPort} ", StringComparison.Ordinal)
            .Replace("127.0.0.1:5080;", $"127.0.0.1:{servicePort};", StringComparison.Ordinal)
            .Replace("/etc/ssl/hwtoken", folder.Path, StringComparison.Ordinal)
            .Replace("/var/log/nginx", folder.Path, StringComparison.Ordinal);
        folder.Write("hwtoken.conf", example);
        string temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {folder[kind]}; "));
        string user = Environment.UserName == "root" ? "user root; " : "";
        folder.Write("nginx.conf", $"{user}pid {folder["pid"]}; worker_processes 1; events {{ worker_connections 64; }}\nhttp {{ access_log off; {temporary}include {folder["hwtoken.conf"]}; }}\n");
    }

    /// <returns>Its thumbprint.</returns>
    private string WriteCertificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = new CertificateRequest("CN=" + Name, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        folder.Write("chain.pem", certificate.ExportCertificatePem());
        return certificate.GetCertHashString();
    }
}
