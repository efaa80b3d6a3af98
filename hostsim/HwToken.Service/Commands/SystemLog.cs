using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace HwToken.Service.Commands;

/// <summary>The machine's system log, as every syslog daemon and the journal take it: datagrams in the form of RFC 3164 to a local socket.</summary>
internal static class SystemLog
{
    /// <summary>Where it listens.</summary>
    public const string Socket = "/dev/log";

    /// <summary>Facility 10 (security), severity 6 (informational); RFC 3164, 4.1.1.</summary>
    private const int Priority = (10 * 8) + 6;

    /// <summary>Sends one line.</summary>
    /// <param name="socket">Path of the socket.</param>
    /// <param name="line">The line.</param>
    /// <param name="now">Goes before the line.</param>
    /// <exception cref="IOException">Nobody takes it; the message says what to do.</exception>
    public static void Send(string socket, string line, DateTimeOffset now)
    {
        string day = now.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2);
        byte[] message = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"<{Priority}>{now:MMM} {day} {now:HH:mm:ss} hwtoken[{Environment.ProcessId}]: {line}"));
        try
        {
            using var log = new System.Net.Sockets.Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            log.SendTo(message, new UnixDomainSocketEndPoint(socket));
        }
        catch (Exception e) when (e is SocketException or PlatformNotSupportedException)
        {
            throw new IOException($"The system log at '{socket}' takes nothing: {e.Message} Look whether syslog or journal run here, or use --to FILE.", e);
        }
    }
}
