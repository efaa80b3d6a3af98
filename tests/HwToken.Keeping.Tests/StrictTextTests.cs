using System.Text;

namespace HwToken.Keeping.Tests;

public sealed class StrictTextTests : IDisposable
{
    private const string Text = "корова стоит на лугу";

    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-text-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<Encoding> Encodings() =>
        [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_passphrase_is_the_same_however_an_editor_saved_it(Encoding encoding)
    {
        foreach (string end in new[] { "", "\n", "\r\n", "\nsecond line\n" })
        {
            Assert.Equal(Text, new string(PassphraseFile.Read(Keep([.. encoding.GetPreamble(), .. encoding.GetBytes(Text + end)]))));
        }
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', 0xEA, 0xEE, 0xF0 }, "byte 3 (line 2)")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0xE9 }, "byte 5 (line 1)")]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'b', 0 }, "byte 2 (line 1)")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0 }, "byte 5 (line 1)")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, (byte)'b' }, "byte 5 (line 1)")]
    [InlineData(new byte[] { 0xC0, 0xAF }, "byte 1 (line 1)")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, (byte)'a', 0, 0, 0 }, "UTF-32")]
    public void Anything_else_is_refused_with_the_place_of_the_byte(byte[] content, string place)
    {
        string path = Keep(content);
        KeepingException refused = Assert.Throws<KeepingException>(() => PassphraseFile.Read(path));
        Assert.Contains(place, refused.Message, StringComparison.Ordinal);
        Assert.Contains(place, Assert.Throws<KeepingException>(() => InputFile.ReadText(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nsecond line")]
    public void An_empty_first_line_is_no_passphrase(string text) => Assert.Throws<KeepingException>(() => PassphraseFile.Read(Keep(Encoding.UTF8.GetBytes(text))));

    private string Keep(byte[] content)
    {
        string path = Path.Combine(_folder, "text");
        PrivateFile.Replace(path, stream => stream.Write(content));
        return path;
    }
}
