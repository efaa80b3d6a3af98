using System.Net;

namespace HwToken.Service.Serving;

/// <summary>Addresses that only this computer can reach.</summary>
public static class LoopbackUrl
{
    /// <summary>Reads <c>--url</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="why">Why no other address will do, as a sentence without its full stop.</param>
    /// <param name="url">The address, or null.</param>
    /// <param name="problem">What is wrong with it and what to write, or null.</param>
    public static bool TryParse(string text, string why, out Uri? url, out string? problem)
    {
        problem = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out url) || url.Scheme != Uri.UriSchemeHttp || url.PathAndQuery != "/" || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            problem = $"--url takes an address such as http://127.0.0.1:5080, not '{text}'.";
        }
        else if (!IsLoopback(url))
        {
            problem = $"'{url.Host}' is not this computer alone. {why}, so it is served on loopback only: http://127.0.0.1:5080, http://localhost:5080 or http://[::1]:5080.";
        }

        url = problem is null ? url : null;
        return problem is null;
    }

    private static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
