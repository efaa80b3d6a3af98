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
    public void Six_digits_are_read_however_they_were_typed(string text, uint code)
    {
        Assert.True(SecurityCode.TryParse(text, out uint read));
        Assert.Equal(code, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("75522")]
    [InlineData("7552240")]
    [InlineData("75522a")]
    [InlineData("-75522")]
    [InlineData("75 5224")]
    [InlineData("755-224")]
    [InlineData("755\n224")]
    [InlineData("7 5 5 2 2 4")]
    [InlineData("٧٥٥٢٢٤")]
    [InlineData("'; DROP TABLE credentials; --")]
    [InlineData("<b>123456</b>")]
    public void Anything_else_is_no_code(string? text) => Assert.False(SecurityCode.TryParse(text, out _));

    [Fact]
    public void A_megabyte_of_spaces_is_refused_at_once() => Assert.False(SecurityCode.TryParse(new string(' ', 1 << 20) + "123456", out _));
}
