using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

public class SafeNetTests
{
    private const string Hex = SeedText.RfcHex;

    [Fact]
    public void Tokens_are_HOTP_keys_named_by_their_serial()
    {
        string xml = Tokens(Token("00A1B2C3", $"<Seed>{Hex}</Seed><MovingFactor>12</MovingFactor>"), Token("00A1B2C4", $"<Seed>{Hex}</Seed>"));
        Assert.Equal([$"00A1B2C3 Hotp Sha1 6 #12 {Hex}", $"00A1B2C4 Hotp Sha1 6 #0 {Hex}"], SeedText.Read(xml));
    }

    [Fact]
    public void A_seed_of_32_bytes_is_SHA256_and_that_is_told()
    {
        using SeedDocument document = SeedText.Open(Tokens(Token("00A1B2C3", $"<Seed>{new string('a', 64)}</Seed>")));
        Assert.Equal(PskcSuite.Sha256, Assert.Single(document.ReadAll()).Suite);
        Assert.Contains("SHA-256", Assert.Single(document.Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Seed>123412354</Seed>", PskcError.BadSecret)]
    [InlineData("<Seed>1234</Seed>", PskcError.OutOfRange)]
    [InlineData("<MovingFactor>1</MovingFactor>", PskcError.MissingElement)]
    [InlineData($"<Seed>{Hex}</Seed><MovingFactor>one</MovingFactor>", PskcError.BadNumber)]
    [InlineData($"<Seed>{Hex}</Seed><TimeStep>30</TimeStep>", PskcError.UnknownAlgorithm)]
    public void A_token_that_is_off_is_refused_or_left_out(string application, PskcError error)
    {
        string xml = Tokens(Token("00A1B2C3", application), Token("00A1B2C4", $"<Seed>{Hex}</Seed>"));
        PskcException refusal = SeedText.Refused(xml);
        Assert.Equal((error, "00A1B2C3"), (refusal.Error, refusal.Key));
        Assert.Equal([$"00A1B2C4 Hotp Sha1 6 #0 {Hex}"], SeedText.Read(xml, new PskcReadOptions { SkipForeign = true }));
    }

    [Fact]
    public void Two_tokens_with_one_serial_are_refused() =>
        Assert.Equal(PskcError.DuplicateId, SeedText.Refused(Tokens(Token("00A1", $"<Seed>{Hex}</Seed>"), Token("00a1", $"<Seed>{Hex}</Seed>"))).Error);

    private static string Tokens(params string[] tokens) => $"<Tokens>\n{string.Join('\n', tokens)}\n</Tokens>";

    private static string Token(string serial, string application) =>
        $"<Token serial=\"{serial}\"><CaseModel>5</CaseModel><Model>101</Model><ProductName>Some PASS</ProductName><Applications><Application ConnectorID=\"{{1}}\">{application}</Application></Applications></Token>";
}
