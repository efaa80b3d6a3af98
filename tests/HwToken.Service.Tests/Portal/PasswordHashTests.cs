using HwToken.Service.Portal.Accounts;

namespace HwToken.Service.Tests.Portal;

/// <summary>Passwords and their hashes; an unknown user costs as much as a known one from the first sign-in on.</summary>
public sealed class PasswordHashTests
{
    [Fact]
    public void A_password_fits_its_own_hash_and_no_other()
    {
        string hash = PasswordHash.Of("Harbor2026");
        Assert.True(PasswordHash.Fits("Harbor2026", hash));
        Assert.False(PasswordHash.Fits("harbor2026", hash));
        Assert.False(PasswordHash.Fits("Harbor2026", null));
    }

    [Fact]
    public void What_stands_for_an_unknown_user_has_the_version_function_rounds_and_lengths_of_a_real_hash()
    {
        const int Named = 13;
        byte[] real = Convert.FromBase64String(PasswordHash.Of("x"));
        byte[] nobody = Convert.FromBase64String(PasswordHash.Nobody);
        Assert.Equal(real[..Named], nobody[..Named]);
        Assert.Equal(real.Length, nobody.Length);
    }
}
