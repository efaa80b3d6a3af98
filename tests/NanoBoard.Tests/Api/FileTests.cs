namespace NanoBoard.Tests.Api;

public sealed class FileTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.False(File.Exists("I:\\a"));
            File.WriteAllBytes("I:\\a", [1, 2, 3]);
            Assert.True(File.Exists("I:\\a"));
            Assert.Equal([1, 2, 3], File.ReadAllBytes("I:\\a"));
            File.WriteAllBytes("I:\\a", []);
            Assert.Empty(File.ReadAllBytes("I:\\a"));
        });
    }

    [Fact]
    public void Deleting_a_missing_file_does_nothing()
    {
        using Rig rig = Rig.Once(() =>
        {
            File.Delete("I:\\a");
            File.WriteAllBytes("I:\\a", [1]);
            File.Delete("I:\\a");
            Assert.False(File.Exists("I:\\a"));
        });
        Assert.Equal(3, rig.Board.Flash.Operations);
    }

    [Fact]
    public void Moving_onto_an_existing_file_is_refused()
    {
        using Rig rig = Rig.Once(() =>
        {
            File.WriteAllBytes("I:\\a", [1]);
            File.WriteAllBytes("I:\\b", [2]);
            Assert.Throws<IOException>(() => File.Move("I:\\a", "I:\\b"));
            Assert.Throws<IOException>(() => File.Move("I:\\missing", "I:\\c"));
            File.Move("I:\\a", "I:\\c");
            Assert.Equal([1], File.ReadAllBytes("I:\\c"));
            Assert.False(File.Exists("I:\\a"));
        });
    }

    [Theory]
    [InlineData("I:\\")]
    [InlineData("I:\\folder\\a")]
    public void Paths_off_the_volumes_root_are_refused(string path)
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.False(File.Exists(path));
            Assert.Throws<IOException>(() => File.WriteAllBytes(path, [1]));
            Assert.Throws<IOException>(() => File.ReadAllBytes(path));
        });
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\\a")]
    [InlineData("X:\\a")]
    [InlineData("I:a")]
    [InlineData("D:\\a")]
    [InlineData("")]
    public void A_path_without_a_known_drive_is_a_plain_exception(string path)
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.IsNotType<IOException>(Assert.ThrowsAny<Exception>(() => File.WriteAllBytes(path, [1])), exactMatch: false);
            Assert.ThrowsAny<Exception>(() => File.ReadAllBytes(path));
            Assert.ThrowsAny<Exception>(() => File.Delete(path));
            Assert.False(File.Exists(path));
        });
    }

    [Fact]
    public void Modes_do_what_their_names_say()
    {
        using Rig rig = Rig.Once(() =>
        {
            Assert.Throws<IOException>(() => File.Open("I:\\a", FileMode.Open));
            Assert.Throws<IOException>(() => File.Open("I:\\a", FileMode.Truncate));
            Assert.Throws<IOException>(() => File.ReadAllBytes("I:\\a"));
            File.Open("I:\\a", FileMode.CreateNew).Close();
            Assert.Throws<IOException>(() => File.Open("I:\\a", FileMode.CreateNew));
            File.WriteAllBytes("I:\\a", [1, 2]);
            using (FileStream end = File.Open("I:\\a", FileMode.Append))
            {
                end.WriteByte(3);
                Assert.Throws<IOException>(() => end.Seek(0, SeekOrigin.Begin));
                Assert.Throws<NotSupportedException>(() => end.ReadByte());
            }

            Assert.Equal([1, 2, 3], File.ReadAllBytes("I:\\a"));
            File.Open("I:\\a", FileMode.Truncate).Close();
            Assert.Empty(File.ReadAllBytes("I:\\a"));
            File.OpenWrite("I:\\new").Close();
            Assert.True(File.Exists("I:\\new"));
            Assert.Throws<ArgumentException>(() => File.Open("I:\\a", FileMode.Create, FileAccess.Read));
            Assert.Throws<ArgumentOutOfRangeException>(() => File.Open("I:\\a", (FileMode)9));
        });
    }

    [Fact]
    public void A_stream_reads_seeks_and_writes()
    {
        using Rig rig = Rig.Once(() =>
        {
            using (FileStream file = File.Create("I:\\a"))
            {
                file.Write([1, 2, 3, 4], 0, 4);
                file.Position = 1;
                file.WriteByte(9);
                Assert.Equal((2L, 4L), (file.Position, file.Length));
                file.SetLength(3);
                file.Seek(0, SeekOrigin.End);
                file.WriteByte(7);
            }

            using FileStream read = File.OpenRead("I:\\a");
            Assert.Equal("I:\\a", read.Name);
            Assert.Equal((true, false, true), (read.CanRead, read.CanWrite, read.CanSeek));
            byte[] got = new byte[10];
            Assert.Equal(4, read.Read(got, 2, 8));
            Assert.Equal([0, 0, 1, 9, 3, 7], got[..6]);
            Assert.Equal(-1, read.ReadByte());
            Assert.Throws<NotSupportedException>(() => read.WriteByte(1));
            Assert.Throws<IOException>(() => read.Seek(-1, SeekOrigin.Begin));
            read.Close();
            Assert.Throws<ObjectDisposedException>(() => read.Length);
        });
    }

    [Fact]
    public void An_open_file_is_not_shared_for_writing_and_cannot_be_deleted()
    {
        using Rig rig = Rig.Once(() =>
        {
            File.WriteAllBytes("I:\\a", [1]);
            using (new FileStream("I:\\a", FileMode.Open, FileAccess.Read))
            {
                Assert.Equal([1], File.ReadAllBytes("I:\\a"));
                Assert.Throws<IOException>(() => File.WriteAllBytes("I:\\a", [2]));
                Assert.Throws<IOException>(() => File.Delete("I:\\a"));
                Assert.Throws<IOException>(() => File.Move("I:\\a", "I:\\b"));
            }

            File.Delete("I:\\a");
        });
    }

    [Fact]
    public void Opening_and_closing_without_writing_is_no_durable_step()
    {
        using Rig rig = Rig.Once(() =>
        {
            File.WriteAllBytes("I:\\a", [1]);
            File.Open("I:\\a", FileMode.Open).Close();
        });
        Assert.Equal(2, rig.Board.Flash.Operations);
    }
}
