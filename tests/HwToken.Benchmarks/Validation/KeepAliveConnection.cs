using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HwToken.Benchmarks.Validation;

/// <summary>
/// One connection of a relying party (RFC 9112), as spare as the load generators of the field: server and clients share the cores here, and it is the server that
/// is measured.
/// </summary>
internal sealed class KeepAliveConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[16 * 1024];
    private readonly string head;

    public KeepAliveConnection(Uri server, string key)
    {
        socket.Connect(IPAddress.Loopback, server.Port);
        head = $"Host: {server.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n";
    }

    /// <summary>Posts JSON.</summary>
    /// <returns>Status, and the answer as it came.</returns>
    public async Task<(int Status, string Answer)> PostAsync(string path, string json)
    {
        int length = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\n{head}Content-Length: {json.Length}\r\n\r\n{json}", buffer);
        await socket.SendAsync(buffer.AsMemory(0, length)).ConfigureAwait(false);
        int read = 0;
        while (true)
        {
            int more = await socket.ReceiveAsync(buffer.AsMemory(read)).ConfigureAwait(false);
            read = more == 0 ? throw new IOException("the server hung up") : read + more;
            if (IsWhole(buffer.AsSpan(0, read)))
            {
                return (int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture), Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>By its length, or by its last chunk.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        int body = answer.IndexOf(EndOfHead) + EndOfHead.Length;
        if (body < EndOfHead.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> name = "Content-Length: "u8;
        ReadOnlySpan<byte> head = answer[..body];
        return head.IndexOf(name) is >= 0 and int at
            ? answer.Length - body == int.Parse(head[(at + name.Length)..][..head[(at + name.Length)..].IndexOf((byte)'\r')], CultureInfo.InvariantCulture)
            : answer.EndsWith("\r\n0\r\n\r\n"u8);
    }
}
