using System.Text;
using HwToken.Core.Line;
using NanoBoard;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>A provisioning file as Windows PowerShell or an editor saves it is named as such, and plain ASCII with CR LF is taken.</summary>
public class FileEncodingTests
{
    private static readonly string[] Lines =
    [
        "BEGIN DPHT00000001 HOTP SHA1 6 30 0 20",
        "KEY SECRET 0 3132333435363738393031323334353637383930",
        "KEY ADMIN 0 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
        "CHECK",
        "COMMIT",
    ];

    public static TheoryData<string> Encodings() => ["utf-16", "utf-16BE", "utf-8", "utf-16 without a mark", "utf-16BE without a mark"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_that_is_not_ascii_is_named_as_such(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name.Split(' ')[0]);
        byte[] mark = name.Contains("without", StringComparison.Ordinal) ? [] : encoding.GetPreamble();
        IReadOnlyList<string> screen = Provision([.. mark, .. encoding.GetBytes(Text())]);
        Assert.Contains("LINE 0   ERR 12", screen);
        Assert.Contains("UTF-16 OR BOM:", screen);
        Assert.Contains("SAVE IT AS ASCII.", screen);
    }

    [Fact]
    public void Ascii_with_carriage_returns_is_taken() =>
        Assert.Equal("SELF-TEST", Provision(Encoding.ASCII.GetBytes(Text().Replace("\n", "\r\n", StringComparison.Ordinal)))[0]);

    private static string Text() => Encoding.ASCII.GetString([.. Lines.SelectMany(LineCodec.Encode)]);

    private static IReadOnlyList<string> Provision(byte[] file)
    {
        var token = new VirtualToken(new BoardOptions { StartsAt = TestTokens.Start });
        token.Board.Flash.WriteFile("provision.txt", file);
        token.PowerOn();
        Assert.Null(token.Board.Flash.ReadFile("provision.txt"));
        return token.Read().Lines;
    }
}
