using System.CommandLine;
using System.Net;

namespace HwToken.Service.Serving;

/// <summary>Addresses that only this computer can reach.</summary>
public static class LoopbackUrl
{
    /// <summary>Where a server listens unless told otherwise.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The option <c>--url</c> of a program that is never served to others.</summary>
    /// <param name="why">Why not, as a sentence without its full stop.</param>
    public static Option<Uri> Option(string why) => new("--url")
    {
        Description = "Loopback address to listen at; port 0 takes a free one.",
        HelpName = Default,
        DefaultValueFactory = _ => new Uri(Default),
        CustomParser = result =>
        {
            if (!TryParse(result.Tokens[0].Value, why, out Uri? given, out string? problem))
            {
                result.AddError(problem!);
            }

            return given;
        },
    };

    /// <summary>Reads <c>--url</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="why">Why no other address will do, as a sentence without its full stop.</param>
    /// <param name="url">The address, or null.</param>
    /// <param name="problem">What is wrong with it and what to write, or null.</param>
    public static bool TryParse(string text, string why, out Uri? url, out string? problem)
    {
        problem = null;
        if (!IsAddress(text, out url) || url!.Scheme != Uri.UriSchemeHttp)
        {
            problem = $"--url takes an address such as {Default}, not '{text}'.";
        }
        else if (!IsLoopback(url))
        {
            problem = $"'{url.Host}' is not this computer alone. {why}, so it is served on loopback only: {Default}, http://localhost:5080 or http://[::1]:5080.";
        }

        url = problem is null ? url : null;
        return problem is null;
    }

    /// <summary>True for scheme, host and port, and nothing else.</summary>
    internal static bool IsAddress(string text, out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && url.Fragment.Length == 0;

    /// <summary>True for this computer's own addresses.</summary>
    internal static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
