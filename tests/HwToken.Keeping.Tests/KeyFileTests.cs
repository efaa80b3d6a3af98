using System.Security.Cryptography;
using System.Text;

namespace HwToken.Keeping.Tests;

public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-keys-").FullName;

    private string At => Path.Combine(_folder, "a.keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Keys_come_back_with_their_names_in_their_order()
    {
        NamedKey[] keys = [new("master 2", RandomNumberGenerator.GetBytes(32)), new("audit", RandomNumberGenerator.GetBytes(32))];
        KeyFile.Create(At, "for people", keys);
        IReadOnlyList<NamedKey> read = KeyFile.Read(At);
        Assert.Equal(["master 2", "audit"], read.Select(key => key.Name));
        Assert.Equal(keys.Select(key => Convert.ToHexString(key.Key)), read.Select(key => Convert.ToHexString(key.Key)));
        Assert.StartsWith("# for people\n", File.ReadAllText(At), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_of_two_counts()
    {
        Assert.True(KeyFile.TryCreate(At, "", new NamedKey("a", new byte[32])));
        Assert.False(KeyFile.TryCreate(At, "", new NamedKey("b", new byte[32])));
        Assert.Throws<KeepingException>(() => KeyFile.Create(At, "", new NamedKey("b", new byte[32])));
        Assert.Equal("a", KeyFile.Read(At).Single().Name);
        KeyFile.Replace(At, "", new NamedKey("c", new byte[32]));
        Assert.Equal("c", KeyFile.Read(At).Single().Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a remark\n")]
    [InlineData("key AAAA\n")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("ключ AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("key AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n")]
    [InlineData("key AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nrubbish\n")]
    public void A_damaged_file_is_refused_without_telling_what_is_in_it(string text)
    {
        PrivateFile.Create(At, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        Assert.DoesNotContain("AAAA", Assert.Throws<KeepingException>(() => KeyFile.Read(At)).ToString(), StringComparison.Ordinal);
    }
}
