using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using HwToken.Service.Serving;

namespace HwToken.Service.Commands;

/// <summary>Options of a server for others: where it listens, under which names, behind which proxy, with which certificate.</summary>
internal sealed class ListenOptions
{
    private readonly Option<Uri> url = new("--url")
    {
        Description = "Address to listen at; port 0 takes a free one. Plain http on loopback, or on any address with --trusted-proxy; else https.",
        HelpName = LoopbackUrl.Default,
        DefaultValueFactory = _ => new Uri(LoopbackUrl.Default),
        CustomParser = ParseUrl,
    };

    private readonly Option<string[]> host = new("--host")
    {
        Description = "Names under which the server may be asked, besides localhost; give it for every name that people or programs use.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<IPNetwork[]> proxies = new("--trusted-proxy")
    {
        Description = "Where the proxy stands that ends TLS in front of the server; its X-Forwarded-For and X-Forwarded-Proto are believed, nobody else's.",
        HelpName = "CIDR",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ParseNetworks,
    };

    private readonly Option<string?> certificate = new("--certificate") { Description = "PEM file of the certificate and those above it. Read again when it changes.", HelpName = "PEM" };

    private readonly Option<string?> key = new("--certificate-key") { Description = "PEM file of the certificate's key.", HelpName = "PEM" };

    /// <summary>Adds the options to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(url);
        command.Options.Add(host);
        command.Options.Add(proxies);
        command.Options.Add(certificate);
        command.Options.Add(key);
        return command;
    }

    /// <summary>What was given.</summary>
    public Listening Read(ParseResult parsed) => new()
    {
        Url = parsed.GetRequiredValue(url),
        Hosts = parsed.GetValue(host) ?? [],
        TrustedProxies = parsed.GetValue(proxies) ?? [],
        Certificate = parsed.GetValue(certificate),
        CertificateKey = parsed.GetValue(key),
    };

    /// <summary>What does not fit together, and what to give instead; null when all is well.</summary>
    public static string? Problem(Listening given)
    {
        bool isHttps = given.Url.Scheme == Uri.UriSchemeHttps;
        bool hasBoth = given is { Certificate: not null, CertificateKey: not null };
        bool hasAny = given.Certificate is not null || given.CertificateKey is not null;
        if (isHttps ? !hasBoth : hasAny)
        {
            return "An https address takes --certificate and --certificate-key, both; an http address takes neither.";
        }

        return isHttps || LoopbackUrl.IsLoopback(given.Url) || given.TrustedProxies.Count > 0
            ? null
            : $"'{given.Url.Host}' is not this computer alone, and codes and API keys would cross the network in clear. Give an https address with --certificate and --certificate-key; "
                + "or --trusted-proxy with the address of the proxy that ends TLS in front of this server; or a loopback address.";
    }

    private static Uri? ParseUrl(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (LoopbackUrl.IsAddress(text, out Uri? given) && (given!.Scheme == Uri.UriSchemeHttp || given.Scheme == Uri.UriSchemeHttps))
        {
            return given;
        }

        result.AddError($"--url takes an address such as {LoopbackUrl.Default} or https://0.0.0.0:443, not '{text}'.");
        return null;
    }

    private static IPNetwork[]? ParseNetworks(ArgumentResult result)
    {
        var networks = new List<IPNetwork>();
        foreach (string text in result.Tokens.Select(token => token.Value))
        {
            if (IPNetwork.TryParse(text, out IPNetwork network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(text, out IPAddress? address))
            {
                networks.Add(new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128));
            }
            else
            {
                result.AddError($"--trusted-proxy takes addresses such as 10.0.0.5 or 10.0.0.0/24, not '{text}'.");
            }
        }

        return [.. networks];
    }
}
