using System.Globalization;
using System.Net;
using HwToken.Provisioning.Transports;

namespace HwToken.Lines;

/// <summary>
/// Where a token is: a serial device or pseudo-terminal (<c>/dev/ttyUSB0</c>, <c>/dev/pts/3</c>, <c>COM3</c>) or a virtual token on
/// loopback (<c>tcp:127.0.0.1:7000</c>).
/// </summary>
public sealed record LinePort
{
    private const string TcpPrefix = "tcp:";

    private LinePort(string name, IPEndPoint? endPoint)
    {
        Name = name;
        EndPoint = endPoint;
    }

    /// <summary>The port as it was written.</summary>
    public string Name { get; }

    /// <summary>Address of a virtual token; null for a device.</summary>
    public IPEndPoint? EndPoint { get; }

    /// <summary>Reads one port.</summary>
    /// <param name="text"><c>/dev/ttyUSB0</c>, <c>COM3</c> or <c>tcp:127.0.0.1:7000</c>.</param>
    /// <exception cref="FormatException">Neither; or an address off this machine: secrets cross this line in clear.</exception>
    public static LinePort Parse(string text)
    {
        IReadOnlyList<LinePort> ports = ParseMany(text);
        return ports.Count == 1 ? ports[0] : throw new FormatException($"'{text}' names several ports. Give one.");
    }

    /// <summary>Reads a port or a run of TCP ports.</summary>
    /// <param name="text">As for <see cref="Parse"/>, or <c>tcp:127.0.0.1:7000-7019</c>.</param>
    /// <exception cref="FormatException">See <see cref="Parse"/>.</exception>
    public static IReadOnlyList<LinePort> ParseMany(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(TcpPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return text.Trim().Length > 0 && !text.StartsWith('-')
                ? [new LinePort(text.Trim(), null)]
                : throw new FormatException("Name a port: /dev/ttyUSB0, COM3 or tcp:127.0.0.1:7000.");
        }

        int colon = text.LastIndexOf(':');
        string host = colon > TcpPrefix.Length ? text[TcpPrefix.Length..colon].Trim('[', ']') : "";
        string[] numbers = text[(colon + 1)..].Split('-');
        if (numbers.Length > 2 || !TryPort(numbers[0], out int first) || !TryPort(numbers[^1], out int last) || last < first)
        {
            throw new FormatException($"'{text}' is no port. Write tcp:127.0.0.1:7000, or tcp:127.0.0.1:7000-7019 for a run of ports.");
        }

        IPAddress? address = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out IPAddress? parsed) ? parsed : null;
        if (address is null || !IPAddress.IsLoopback(address))
        {
            throw new FormatException($"'{text}' is not on this machine. Secrets cross the line in clear, so TCP goes to 127.0.0.1 or [::1] only.");
        }

        return [.. Enumerable.Range(first, last - first + 1).Select(number => new LinePort(
            string.Create(CultureInfo.InvariantCulture, $"{TcpPrefix}{new IPEndPoint(address, number)}"),
            new IPEndPoint(address, number)))];
    }

    /// <summary>Opens the line.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="IOException">Nobody listens there, or there is no such device. The message says what to do.</exception>
    public async Task<LineTransport> OpenAsync(CancellationToken cancel = default) => EndPoint is { } endPoint
        ? await TcpLineTransport.ConnectAsync(endPoint, cancel).ConfigureAwait(false)
        : SerialLineTransport.Open(Name);

    /// <summary>Whether there is such a device; of a virtual token nobody knows before it is asked.</summary>
    public bool IsThere() => EndPoint is not null || SerialLineTransport.IsThere(Name);

    /// <summary>The port as it was written.</summary>
    public override string ToString() => Name;

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;
}
