using HwToken.Validation.Rules;

namespace HwToken.Validation.Tests.Rules;

public sealed class SecurityCodeTests
{
    [Theory]
    [InlineData("755224", 755224u)]
    [InlineData("000000", 0u)]
    [InlineData("012345", 12345u)]
    [InlineData("  755224\t", 755224u)]
    [InlineData("\u3000７５５２２４\u3000", 755224u)]
    [InlineData("755 224", 755224u)]
    [InlineData("７５５\u3000２２４", 755224u)]
    [InlineData("755-224", 755224u)]
    [InlineData("755\u30FC224", 755224u)]
    [InlineData("755\u2212224", 755224u)]
    [InlineData("7 5 5 2 2 4", 755224u)]
    [InlineData("755\n224", 755224u)]
    [InlineData("\u200B755224\uFEFF", 755224u)]
    public void Six_digits_are_read_however_they_were_typed(string text, uint code)
    {
        Assert.True(SecurityCode.TryParse(text, out uint read, out int digits));
        Assert.Equal((code, 6), (read, digits));
    }

    [Theory]
    [InlineData("7552240", 7552240u, 7)]
    [InlineData("00000001", 1u, 8)]
    [InlineData("9999 9999", 99999999u, 8)]
    public void Seven_and_eight_digits_are_codes_of_other_tokens(string text, uint code, int digits)
    {
        Assert.True(SecurityCode.TryParse(text, out uint read, out int count));
        Assert.Equal((code, digits), (read, count));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("75522")]
    [InlineData("755224000")]
    [InlineData("75522a")]
    [InlineData("-75522")]
    [InlineData("٧٥٥٢٢٤")]
    [InlineData("'; DROP TABLE credentials; --")]
    [InlineData("<b>123456</b>")]
    public void Anything_else_is_no_code(string? text) => Assert.False(SecurityCode.TryParse(text, out _, out _));

    [Fact]
    public void A_megabyte_of_spaces_is_refused_at_once() => Assert.False(SecurityCode.TryParse(new string(' ', 1 << 20) + "123456", out _, out _));
}
