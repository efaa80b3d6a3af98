using System.Net;
using System.Net.Sockets;

namespace HwToken.Service.Api;

/// <summary>Whom a limit without a key counts against: an IPv4 address, or an IPv6 network of 64 bits, within which one customer of a provider has every
/// address. Behind a trusted proxy the framework has put the client's own address there.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <param name="address">Null where there is none (a unix socket).</param>
    public static string Of(IPAddress? address)
    {
        if (address is null || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address?.ToString() ?? "";
        }

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)) + "::/64";
    }
}
