using System.Globalization;
using System.Net;
using HwToken.Rack;

namespace HwToken.TokenPage.Security;

/// <summary>
/// Lets only this computer's own page in. A foreign Host header means that a name which an attacker owns was pointed at
/// 127.0.0.1 (DNS rebinding); a foreign Origin or Sec-Fetch-Site, that another site's page sends the request. A program
/// such as curl sends neither and is let in: it runs on this computer.
/// </summary>
internal static class RequestGuard
{
    /// <summary>Refuses what does not come from this page or this computer.</summary>
    /// <exception cref="RefusalException">Refused.</exception>
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        if (!IsOwnHost(request.Host, context.Connection.LocalPort))
        {
            throw new RefusalException(StatusCodes.Status421MisdirectedRequest, "foreignHost", "This program answers only to 127.0.0.1, localhost and [::1].");
        }

        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        bool isForeign = site is not ("" or "same-origin" or "none") || (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}");
        bool isNavigation = HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/sim");
        if (isForeign && !isNavigation)
        {
            throw new RefusalException(StatusCodes.Status403Forbidden, "foreignOrigin", "Another site's page sent this request. It was refused.");
        }

        return next(context);
    }

    private static bool IsOwnHost(HostString host, int port)
    {
        bool isPort = host.Port == port || (host.Port is null && port == 80);
        string name = host.Host.Trim('[', ']');
        return isPort && (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(name, out IPAddress? address) && IPAddress.IsLoopback(address) && IsPlain(name)));
    }

    /// <summary>Loopback addresses in their usual spelling only.</summary>
    private static bool IsPlain(string name) =>
        name == "::1" || (name.Split('.') is { Length: 4 } parts && parts.All(part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
}
