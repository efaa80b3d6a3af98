namespace HwToken.Keeping.Tests;

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
        PrivateFile.Create(path, stream => stream.WriteByte(1));
        Assert.Contains("exists already", Assert.Throws<KeepingException>(() => PrivateFile.Create(path, stream => stream.WriteByte(2))).Message, StringComparison.Ordinal);
        Assert.Equal([1], File.ReadAllBytes(path));
        PrivateFile.Replace(path, stream => stream.WriteByte(3));
        Assert.Equal([3], File.ReadAllBytes(path));
        PrivateFile.Check(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<KeepingException>(() => PrivateFile.Check(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_fails_half_way_leaves_no_file()
    {
        string path = Path.Combine(_folder, "key");
        Assert.Throws<IOException>(() => PrivateFile.Create(path, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>On Linux the unfinished file has no name at all; elsewhere one that nobody can open.</summary>
    [Fact]
    public void A_process_that_is_killed_while_it_writes_leaves_nothing_that_can_be_read()
    {
        string path = Path.Combine(_folder, "seeds.csv");
        PrivateFile.Create(path, stream =>
        {
            stream.Write("secret"u8);
            stream.Flush();
            foreach (string left in Directory.GetFiles(_folder))
            {
                Assert.False(OperatingSystem.IsLinux(), $"{left} has a name before it is whole");
                Assert.ThrowsAny<Exception>(() => File.ReadAllBytes(left));
            }
        });
        Assert.Equal("secret"u8.ToArray(), PrivateFile.Read(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_way_without_nameless_files_keeps_the_same_promises()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes of Unix.");
        string path = Path.Combine(_folder, "named");
        using (var draft = new Draft(path, isPrivate: true, canBeNameless: false))
        {
            string temporary = Assert.Single(Directory.GetFiles(_folder));
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(temporary));
            draft.Content.Write("secret"u8);
            Assert.True(draft.TryKeep(replace: false));
        }

        using (var second = new Draft(path, isPrivate: true, canBeNameless: false))
        {
            Assert.False(second.TryKeep(replace: false));
        }

        using (var third = new Draft(path, isPrivate: true, canBeNameless: false))
        {
            Assert.True(third.TryKeep(replace: true));
        }

        Assert.Empty(PrivateFile.Read(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_place_is_tried_before_anything_is_made_and_nothing_is_left_of_the_trial()
    {
        Assert.Null(PrivateFile.TryPlace(Path.Combine(_folder, "not", "there", "key")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A place where nobody can write.");
        Assert.Throws<KeepingException>(() => PrivateFile.TryPlace("/proc/hwtoken/key"));
    }

    [Fact]
    public void A_folder_and_a_held_file_are_their_owner_s_alone()
    {
        string folder = Path.Combine(_folder, "a", "b");
        PrivateFolder.Create(folder);
        PrivateFolder.Create(folder);
        using FileStream held = PrivateFile.Hold(Path.Combine(folder, "lock"));
        Assert.Throws<IOException>(() => PrivateFile.Hold(Path.Combine(folder, "lock")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(held.SafeFileHandle));
        }
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_link_to_a_secret_is_judged_by_the_secret()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes of Unix.");
        string target = Path.Combine(_folder, "..data");
        string link = Path.Combine(_folder, "key");
        PrivateFile.Create(target, stream => stream.WriteByte(1));
        File.CreateSymbolicLink(link, target);
        Assert.Equal([1], PrivateFile.Read(link));
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Throws<KeepingException>(() => PrivateFile.Read(link));
    }

    [Fact]
    public void A_public_file_is_replaced_whole_and_read_by_everybody()
    {
        string path = Path.Combine(_folder, "labels.pdf");
        WholeFile.Replace(path, stream => stream.WriteByte(1));
        Assert.Throws<IOException>(() => WholeFile.Replace(path, _ => throw new IOException("disk full")));
        Assert.Equal([1], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows())
        {
            File.WriteAllText(path + "2", "");
            Assert.Equal(File.GetUnixFileMode(path + "2"), File.GetUnixFileMode(path));
        }
    }

    /// <summary>All are past the first look at the name before the first gives it.</summary>
    private static bool Write(string path, byte content, Barrier together)
    {
        try
        {
            PrivateFile.Create(path, stream =>
            {
                stream.WriteByte(content);
                together.SignalAndWait();
            });
            return true;
        }
        catch (KeepingException)
        {
            return false;
        }
    }
}
