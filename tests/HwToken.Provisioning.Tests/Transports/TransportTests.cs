using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using HwToken.Provisioning.Transports;

namespace HwToken.Provisioning.Tests.Transports;

public sealed class TransportTests
{
    /// <summary>For what must come: a ceiling for a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TCP_carries_bytes_both_ways_and_tells_when_the_other_end_is_gone()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using LineTransport line = await LinePort.Parse($"tcp:{listener.LocalEndpoint}").OpenAsync(Cancel);
        using Socket token = await listener.AcceptSocketAsync(Cancel);
        byte[] buffer = new byte[10];

        Assert.Equal(0, await line.ReadAsync(buffer, TimeSpan.Zero, Cancel));
        Assert.Equal(0, await line.ReadAsync(buffer, TimeSpan.FromMilliseconds(1), Cancel));
        await line.WriteAsync("HELLO"u8.ToArray(), Cancel);
        Assert.Equal(5, await token.ReceiveAsync(buffer, Cancel));
        await token.SendAsync("0123456789ABC"u8.ToArray(), Cancel);
        Assert.Equal(10, await line.ReadAsync(buffer, Patience, Cancel));
        Assert.Equal(3, await line.ReadAsync(buffer, Patience, Cancel));
        Assert.Equal("ABC", Encoding.ASCII.GetString(buffer, 0, 3));
        token.Close();
        await Assert.ThrowsAsync<IOException>(async () => await line.ReadAsync(buffer, Patience, Cancel));
        await Assert.ThrowsAsync<IOException>(async () => await line.ReadAsync(buffer, TimeSpan.Zero, Cancel));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_says_so()
    {
        // Bound and never listening: nobody else can take the port meanwhile.
        using var idle = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        idle.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        string port = $"tcp:{idle.LocalEndPoint}";
        var e = await Assert.ThrowsAsync<IOException>(() => LinePort.Parse(port).OpenAsync(Cancel));
        Assert.Contains("Nobody listens", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_is_not_there_says_so()
    {
        var e = await Assert.ThrowsAsync<IOException>(() => LinePort.Parse("/dev/no-such-port").OpenAsync(Cancel));
        Assert.Contains("is not there", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_serial_line_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            var e = await Assert.ThrowsAsync<IOException>(() => LinePort.Parse(path).OpenAsync(Cancel));
            Assert.Contains("no serial line", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_pseudo_terminal_carries_every_byte_unchanged()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Pseudo-terminals are made with Linux calls here.");
        }

        (FileStream master, string path) = OpenPty();
        await using (master)
        {
            LineTransport line = await LinePort.Parse(path).OpenAsync(Cancel);
            await using (line)
            {
                // Control characters, CR and LF: whatever a terminal would change if it were not raw.
                byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
                await master.WriteAsync(all, Cancel);
                await master.FlushAsync(Cancel);
                Assert.Equal(all, await ReadAsync(line, all.Length));
                await line.WriteAsync(all, Cancel);
                byte[] back = new byte[all.Length];
                await master.ReadExactlyAsync(back, Cancel);
                Assert.Equal(all, back);
            }
        }
    }

    [Fact]
    public async Task A_pseudo_terminal_whose_other_end_closes_is_gone()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Pseudo-terminals are made with Linux calls here.");
        }

        (FileStream master, string path) = OpenPty();
        await using LineTransport line = await LinePort.Parse(path).OpenAsync(Cancel);
        await master.DisposeAsync();
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            byte[] buffer = new byte[16];
            for (int i = 0; i < 100; i++)
            {
                await line.ReadAsync(buffer, TimeSpan.FromMilliseconds(200), Cancel);
            }
        });
    }

    private static async Task<byte[]> ReadAsync(LineTransport line, int count)
    {
        byte[] bytes = new byte[count];
        for (int have = 0; have < count;)
        {
            int more = await line.ReadAsync(bytes.AsMemory(have), Patience, Cancel);
            Assert.NotEqual(0, more);
            have += more;
        }

        return bytes;
    }

    private static (FileStream Master, string Path) OpenPty()
    {
        var master = new FileStream("/dev/ptmx", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
        int handle = (int)master.SafeFileHandle.DangerousGetHandle();
        Assert.Equal(0, grantpt(handle));
        Assert.Equal(0, unlockpt(handle));
        return (master, Marshal.PtrToStringUTF8(ptsname(handle))!);
    }

#pragma warning disable SYSLIB1054, IDE1006, CA5392 // three calls of a test; their names are the C library's
    [DllImport("libc")]
    private static extern int grantpt(int handle);

    [DllImport("libc")]
    private static extern int unlockpt(int handle);

    [DllImport("libc")]
    private static extern IntPtr ptsname(int handle);
#pragma warning restore SYSLIB1054, IDE1006, CA5392
}
