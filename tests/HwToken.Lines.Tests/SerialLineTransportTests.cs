using HwToken.Lines;
using HwToken.Provisioning.Transports;

namespace HwToken.Lines.Tests;

public sealed class SerialLineTransportTests
{
    /// <summary>For what must come: a ceiling for a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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

        (FileStream master, string path) = Pty.Open();
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

        (FileStream master, string path) = Pty.Open();
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
}
