using HwToken.Core.Text;

namespace HwToken.Core.Tests.Text;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", 0UL)]
    [InlineData("9", 9UL)]
    [InlineData("007", 7UL)]
    [InlineData("4294967296", 4294967296UL)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    [InlineData("18446744073709551614", ulong.MaxValue - 1)]
    [InlineData("00000000000000000001", 1UL)]
    public void Digits_are_a_number_up_to_the_largest_of_64_bits(string text, ulong expected)
    {
        Assert.True(Number.TryParse(text, out ulong value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("18446744073709551616")]
    [InlineData("18446744073709551620")]
    [InlineData("18446744073709551625")]
    [InlineData("20000000000000000000")]
    [InlineData("99999999999999999999")]
    [InlineData("100000000000000000000")]
    [InlineData("000000000000000000001")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x1")]
    [InlineData("1_000")]
    [InlineData("１")]
    [InlineData("٣")]
    [InlineData("/")]
    [InlineData(":")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Number.TryParse(text, out ulong value));
        Assert.Equal(0UL, value);
        Assert.False(Number.TryParse(text, int.MaxValue, out int small));
        Assert.Equal(0, small);
    }

    [Theory]
    [InlineData("0", 300, true, 0)]
    [InlineData("300", 300, true, 300)]
    [InlineData("301", 300, false, 0)]
    [InlineData("2147483647", int.MaxValue, true, int.MaxValue)]
    [InlineData("2147483648", int.MaxValue, false, 0)]
    [InlineData("4294967297", 300, false, 0)]
    [InlineData("18446744073709551615", int.MaxValue, false, 0)]
    public void A_number_above_its_limit_is_refused(string text, int max, bool isTaken, int expected)
    {
        Assert.Equal(isTaken, Number.TryParse(text, max, out int value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void Any_number_reads_back()
    {
        Seeded.Check(Any.UInt64, expected =>
        {
            Assert.True(Number.TryParse(expected.ToString(), out ulong value));
            Assert.Equal(expected, value);
        });
    }
}
