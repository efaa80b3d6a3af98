using System.Net;

namespace HwToken.Service.Serving;

/// <summary>Where the server listens, and whom it believes.</summary>
public sealed record Listening
{
    /// <summary>Scheme, address and port; port 0: any free one.</summary>
    public required Uri Url { get; init; }

    /// <summary>Names that requests may ask for, besides those of loopback.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Where proxies stand that end TLS in front of the server. Their <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed, nobody
    /// else's; and only they and this computer are answered.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>PEM file of the certificate and those above it; null: plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file of the certificate's key.</summary>
    public string? CertificateKey { get; init; }
}
