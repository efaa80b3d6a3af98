using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Rules;

public sealed class CodeSearchTests
{
    private const long Now = 1_800_000_015;
    private static readonly ValidationRules Numbers = new();
    private static readonly TableCodes Own = new(factor => (uint)(factor % 1_000_000));

    /// <summary>RFC 4226, appendix D, through the key holder's generator.</summary>
    [Theory]
    [InlineData(0, 755224u)]
    [InlineData(1, 287082u)]
    [InlineData(9, 520489u)]
    public void Codes_of_RFC_4226_are_found(long counter, uint code)
    {
        using var codes = new OtpCodeSource(new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0), "12345678901234567890"u8.ToArray());
        Assert.Equal(counter, CodeSearch.Find(Hotp(0), codes, code, false, Now, Numbers));
    }

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void HOTP_looks_ten_counters_past_the_expected_one_and_never_back(long counter, bool found) =>
        Assert.Equal(found ? counter : null, CodeSearch.Find(Hotp(50), Own, (uint)counter, false, Now, Numbers));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void TOTP_takes_one_step_either_side(int steps, bool found)
    {
        long step = (Now / 30) + steps;
        Assert.Equal(found ? step : null, CodeSearch.Find(Totp(0, 0), Own, (uint)(step % 1_000_000), false, Now, Numbers));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(-300)]
    [InlineData(86_000)]
    public void TOTP_is_centred_on_the_learned_drift(int drift)
    {
        long step = (Now + drift) / 30;
        Assert.Equal(step, CodeSearch.Find(Totp(0, drift), Own, (uint)(step % 1_000_000), false, Now, Numbers));
        Assert.Null(CodeSearch.Find(Totp(0, drift), Own, (uint)(Now / 30 % 1_000_000), false, Now, Numbers));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    public void A_step_that_was_used_or_passed_over_is_never_found_again(int next, bool found)
    {
        long step = Now / 30;
        Credential credential = Totp(step + next, 0);
        Assert.Equal(found ? step : null, CodeSearch.Find(credential, Own, (uint)(step % 1_000_000), false, Now, Numbers));
        Assert.Equal(!found, CodeSearch.IsReplay(credential, Own, (uint)(step % 1_000_000), Now, Numbers));
    }

    [Fact]
    public void A_used_HOTP_code_is_told_from_a_wrong_one()
    {
        Assert.True(CodeSearch.IsReplay(Hotp(50), Own, 49, Now, Numbers));
        Assert.False(CodeSearch.IsReplay(Hotp(50), Own, 70, Now, Numbers));
    }

    [Fact]
    public void The_last_counter_ends_the_search_without_overflow() =>
        Assert.Null(CodeSearch.Find(Hotp(long.MaxValue - 2), new TableCodes(_ => 1), 2, false, Now, Numbers));

    [Fact]
    public void The_search_near_the_epoch_never_asks_for_a_negative_step()
    {
        var asked = new List<long>();
        var codes = new TableCodes(factor =>
        {
            asked.Add(factor);
            return 1;
        });
        Assert.Null(CodeSearch.Find(Totp(0, 0), codes, 2, false, 0, Numbers));
        Assert.All(asked, factor => Assert.True(factor >= 0));
    }

    internal static Credential Hotp(long next) => new()
    {
        Id = "DPHT00000001", Parameters = new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0), NextFactor = next, State = CredentialState.Active,
    };

    internal static Credential Totp(long next, double drift) => new()
    {
        Id = "AVT000000001",
        Parameters = new OtpParameters(OtpType.Totp, OtpAlgorithm.Sha1, 6, 30, 0),
        NextFactor = next,
        Drift = DriftModel.New(Now, drift),
       
        State = CredentialState.Active,
    };
}
