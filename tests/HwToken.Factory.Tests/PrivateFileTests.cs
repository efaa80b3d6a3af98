namespace HwToken.Factory.Tests;

public sealed class PrivateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-private-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_writers_in_the_same_moment_one_wins_the_others_are_told_and_nothing_is_left_over()
    {
        const int writers = 8;
        for (int round = 0; round < 50; round++)
        {
            string path = Path.Combine(_folder, $"key-{round}");
            using var together = new Barrier(writers);
            int[] winners = [.. Enumerable.Range(0, writers).Select(i => Task.Factory.StartNew(() => Write(path, (byte)i, together) ? i : -1, TaskCreationOptions.LongRunning)).ToArray().Select(task => task.GetAwaiter().GetResult()).Where(i => i >= 0)];
            Assert.Equal((byte)Assert.Single(winners), Assert.Single(File.ReadAllBytes(path)));
        }

        Assert.DoesNotContain(Directory.GetFiles(_folder), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_is_its_owner_s_alone_and_replaced_only_on_demand()
    {
        string path = Path.Combine(_folder, "new", "key");
        PrivateFile.Write(path, stream => stream.WriteByte(1));
        Assert.Contains("exists already", Assert.Throws<FactoryException>(() => PrivateFile.Write(path, stream => stream.WriteByte(2))).Message, StringComparison.Ordinal);
        Assert.Equal([1], File.ReadAllBytes(path));
        PrivateFile.Write(path, stream => stream.WriteByte(3), replace: true);
        Assert.Equal([3], File.ReadAllBytes(path));
        PrivateFile.CheckMode(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<FactoryException>(() => PrivateFile.CheckMode(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_fails_half_way_leaves_no_file()
    {
        string path = Path.Combine(_folder, "key");
        Assert.Throws<IOException>(() => PrivateFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>All are past the first look at the name before the first gives it.</summary>
    private static bool Write(string path, byte content, Barrier together)
    {
        try
        {
            PrivateFile.Write(path, stream =>
            {
                stream.WriteByte(content);
                together.SignalAndWait();
            });
            return true;
        }
        catch (FactoryException)
        {
            return false;
        }
    }
}
