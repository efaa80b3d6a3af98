using System.Security.Cryptography;
using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests;

public sealed class SpoolStreamTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hwtoken-spool-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(100_001)]
    public async Task What_went_in_comes_out_from_any_place_as_often_as_asked(int length)
    {
        byte[] content = RandomNumberGenerator.GetBytes(length);
        using SpoolStream spool = await SpoolStream.TakeAsync(new MemoryStream(content), folder, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(length, spool.Length);
        foreach (int start in new[] { 0, length / 3, length, 0 })
        {
            spool.Position = start;
            var rest = new MemoryStream();
            spool.CopyTo(rest, 777);
            Assert.Equal(content[start..], rest.ToArray());
        }
    }

    [Fact]
    public async Task Nothing_lies_on_disk_in_clear_or_under_a_name()
    {
        string text = string.Concat(Enumerable.Repeat(SeedText.RfcHex + "\n", 1000));
        using SpoolStream spool = await SpoolStream.TakeAsync(new MemoryStream(Encoding.ASCII.GetBytes(text)), folder, cancellation: TestContext.Current.CancellationToken);
        if (OperatingSystem.IsLinux())
        {
            Assert.Empty(Directory.GetFiles(folder));
            string open = Directory.GetFiles("/proc/self/fd").First(fd => new FileInfo(fd).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true);
            string stored = Peer.Run("cat", open.Replace("self", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).Output;
            Assert.True(stored.Length >= text.Length / 2);
            Assert.DoesNotContain(SeedText.RfcHex, stored, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_and_nothing_stays()
    {
        var refusal = await Assert.ThrowsAsync<PskcException>(() => SpoolStream.TakeAsync(new MemoryStream(new byte[10_001]), folder, 10_000));
        Assert.Equal(PskcError.TooLarge, refusal.Error);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_seed_file_is_read_from_it()
    {
        using SpoolStream spool = await SpoolStream.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(Files.Plain)), folder, cancellation: TestContext.Current.CancellationToken);
        using SeedDocument document = SeedReader.Open(spool, new PskcReadOptions());
        Assert.Equal(2, document.ReadAll().Count);
    }
}
