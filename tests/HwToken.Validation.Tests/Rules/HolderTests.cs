using HwToken.Validation.Rules;

namespace HwToken.Validation.Tests.Rules;

public class HolderTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("1000001", "1000001")]
    [InlineData(" T.Hara-2_x+y@example.org ", "T.Hara-2_x+y@example.org")]
    [InlineData("Ｔ．Ｈａｒａ　", "T.Hara")]
    public void A_user_name_or_a_number_is_taken_as_written(string? typed, string holder)
    {
        Assert.True(Holder.TryRead(typed, out string read));
        Assert.Equal(holder, read);
    }

    [Theory]
    [InlineData("Taro Mori")]
    [InlineData("森太郎")]
    [InlineData("call 03-0000-0000")]
    [InlineData("<b>")]
    [InlineData("a\tb")]
    [InlineData("a\u0000b")]
    public void Names_of_people_and_remarks_are_not(string typed)
    {
        Assert.False(Holder.TryRead(typed, out string read));
        Assert.Equal("", read);
    }

    [Fact]
    public void Sixty_four_characters_are_the_most()
    {
        Assert.True(Holder.TryRead(new string('a', Holder.MaxLength), out _));
        Assert.False(Holder.TryRead(new string('a', Holder.MaxLength + 1), out _));
    }
}
