namespace HwToken.Core.Tests;

public sealed class CredentialIdTests
{
    /// <summary>Not a device test: nanoFramework ends a text at its first NUL.</summary>
    [Fact]
    public void A_NUL_makes_it_no_ID() => Assert.False(CredentialId.TryParse("DPHT00000001\0", out _));

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
