using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Rules;

namespace HwToken.Core.Tests.Rules;

/// <summary>A tag only spares work: with it, without it, and with a tag that happens to be alike, the rules answer the same.</summary>
public sealed class LastTagRuleTests
{
    private static readonly OtpGenerator Rfc = new(OtpAlgorithm.Sha1, 6, "12345678901234567890"u8.ToArray());

    /// <summary>Counter 910737 and 910738 of the RFC's secret give the same code.</summary>
    private const ulong Twin = 910738;

    [Theory]
    [InlineData(1UL)]
    [InlineData(Twin)]
    public void Hotp_answers_alike_with_and_without_a_tag(ulong next)
    {
        int tag = OtpState.TagOf(Rfc.Compute(next - 1));
        NextCode without = NextCode.ForHotp(Rfc, next, true);
        NextCode with = NextCode.ForHotp(Rfc, next, true, tag);
        Assert.Equal((without.Factor, without.Code), (with.Factor, with.Code));
        Assert.Equal(next == Twin ? Twin + 1 : next, with.Factor);
    }

    [Fact]
    public void A_tag_that_is_alike_by_chance_skips_no_code()
    {
        int like = OtpState.TagOf(Rfc.Compute(1));
        Assert.Equal(1UL, NextCode.ForHotp(Rfc, 1, true, like).Factor);
        Assert.Equal(NextCodeVerdict.Ready, NextCode.ForTotp(Rfc, 1, true, 45, 30, like).Verdict);
    }

    [Fact]
    public void Totp_waits_for_an_equal_code_with_and_without_a_tag()
    {
        long at = (30 * (long)Twin) + 10;
        int tag = OtpState.TagOf(Rfc.Compute(Twin - 1));
        Assert.Equal(NextCodeVerdict.Wait, NextCode.ForTotp(Rfc, Twin, true, at, 30).Verdict);
        Assert.Equal(NextCodeVerdict.Wait, NextCode.ForTotp(Rfc, Twin, true, at, 30, tag).Verdict);
    }
}
