namespace HwToken.Core.Tests;

public sealed class CredentialIdTests
{
    [Theory]
    [InlineData("DPHT00000001", "DPHT00000001")]
    [InlineData("dpht00000001", "DPHT00000001")]
    [InlineData("AvT123456789", "AVT123456789")]
    [InlineData("VSMT12345678", "VSMT12345678")]
    [InlineData("DPHT 0000 0001", "DPHT00000001")]
    [InlineData("DPHT-0000-0001", "DPHT00000001")]
    [InlineData("  dpht  0000-0001 ", "DPHT00000001")]
    [InlineData("ＤＰＨＴ０００００００１", "DPHT00000001")]
    [InlineData("ｄｐｈｔ０００００００１", "DPHT00000001")]
    [InlineData("ＤＰＨＴ　００００　０００１", "DPHT00000001")]
    [InlineData("ＤＰＨＴ－００００－０００１", "DPHT00000001")]
    [InlineData("DＰHＴ0000000１", "DPHT00000001")]
    [InlineData("ABCDEFGHIJKL", "ABCDEFGHIJKL")]
    [InlineData("zzzzzzzzzzzz", "ZZZZZZZZZZZZ")]
    [InlineData("A00000000000", "A00000000000")]
    [InlineData("Z99999999999", "Z99999999999")]
    public void What_people_type_becomes_twelve_upper_case_letters_and_digits(string typed, string expected)
    {
        Assert.True(CredentialId.TryParse(typed, out string id));
        Assert.Equal(expected, id);
        Assert.True(CredentialId.IsValid(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("            ")]
    [InlineData("------------")]
    [InlineData("DPHT0000000")]
    [InlineData("DPHT000000011")]
    [InlineData("DPHT0000000 -")]
    [InlineData("0PHT00000001")]
    [InlineData("９PHT00000001")]
    [InlineData("DPHT0000000ア")]
    [InlineData("DPHT0000000ｱ")]
    [InlineData("DPHT0000000あ")]
    [InlineData("DPHTー00000001")]
    [InlineData("DPHT0000000É")]
    [InlineData("DPHT0000000ı")]
    [InlineData("DPHT0000000١")]
    [InlineData("DPHT0000000@")]
    [InlineData("DPHT0000000[")]
    [InlineData("DPHT0000000`")]
    [InlineData("DPHT0000000{")]
    [InlineData("DPHT0000000/")]
    [InlineData("DPHT0000000:")]
    [InlineData("DPHT_0000000")]
    [InlineData("DPHT\t00000001")]
    [InlineData("DPHT00000001\n")]
    [InlineData("DPHT00000001\0")]
    [InlineData("DPHT0000000！")]
    [InlineData("DPHT0000000～")]
    [InlineData("DPHT0000000\uFF5F")]
    [InlineData("DPHT00000001\uFF00")]
    public void Anything_else_is_refused(string? typed)
    {
        Assert.False(CredentialId.TryParse(typed, out string? id));
        Assert.Null(id);
        Assert.False(CredentialId.IsValid(typed));
    }

    [Theory]
    [InlineData("dpht00000001")]
    [InlineData("DPHT 0000 0001")]
    [InlineData("ＤPHT00000001")]
    public void Only_the_normalised_form_is_a_valid_id(string typed)
    {
        Assert.True(CredentialId.TryParse(typed, out _));
        Assert.False(CredentialId.IsValid(typed));
    }

    [Fact]
    public void It_is_read_in_groups_of_four()
    {
        Assert.Equal("DPHT 0000 0001", CredentialId.Group("DPHT00000001"));
    }

    [Fact]
    public void A_group_reads_back_as_the_id_in_either_case()
    {
        Seeded.Check(Any.CredentialId, id =>
        {
            Assert.True(CredentialId.IsValid(id));
            Assert.True(CredentialId.TryParse(CredentialId.Group(id).ToLowerInvariant(), out string read));
            Assert.Equal(id, read);
        });
    }
}
