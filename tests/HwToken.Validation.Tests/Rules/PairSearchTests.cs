using HwToken.Validation.Rules;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Rules;

public sealed class PairSearchTests
{
    private const long Now = 1_800_000_015;
    private static readonly ValidationRules Numbers = new();
    private static readonly TableCodes Own = new(factor => (uint)(factor % 1_000_000));

    [Theory]
    [InlineData(50, 51, true)]
    [InlineData(1050, 1051, true)]
    [InlineData(1051, 1052, false)]
    [InlineData(49, 50, false)]
    [InlineData(60, 62, false)]
    [InlineData(61, 60, false)]
    public void HOTP_wants_neighbours_within_a_thousand_counters(int first, int second, bool found) =>
        Assert.Equal(found ? (first, (long)second) : null, PairSearch.Find(CodeSearchTests.Hotp(50), Own, ((uint)first, (uint)second), false, Now, Numbers));

    [Fact]
    public void A_token_that_skipped_a_counter_because_two_codes_were_equal_still_resynchronises()
    {
        var codes = new TableCodes(factor => factor is 60 or 61 ? 777u : (uint)factor);
        Assert.Equal((60L, 62L), PairSearch.Find(CodeSearchTests.Hotp(50), codes, (777, 62), false, Now, Numbers));
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(-10, -9, true)]
    [InlineData(2879, 2880, true)]
    [InlineData(-2880, -2879, true)]
    [InlineData(2881, 2882, false)]
    [InlineData(-2881, -2880, false)]
    [InlineData(5, 9, true)]
    [InlineData(5, 10, false)]
    [InlineData(6, 5, false)]
    public void TOTP_searches_a_day_either_side_for_two_codes_made_within_two_minutes(int first, int second, bool found)
    {
        long step = Now / 30;
        Assert.Equal(
            found ? (step + first, step + second) : null,
            PairSearch.Find(CodeSearchTests.Totp(0, 0), Own, ((uint)((step + first) % 1_000_000), (uint)((step + second) % 1_000_000)), false, Now, Numbers));
    }

    [Theory]
    [InlineData(-14, true)]
    [InlineData(14, true)]
    [InlineData(-15, false)]
    [InlineData(15, false)]
    public void The_public_reset_searches_seven_minutes_either_side(int first, bool found)
    {
        long step = Now / 30;
        (uint, uint) pair = ((uint)((step + first) % 1_000_000), (uint)((step + first + 1) % 1_000_000));
        Assert.Equal(found ? (step + first, step + first + 1) : null, PairSearch.Find(CodeSearchTests.Totp(0, 0), Own, pair, true, Now, Numbers));
    }

    [Fact]
    public void After_a_restored_database_the_day_ahead_is_closed_for_a_day()
    {
        Credential restored = CodeSearchTests.Totp(0, 0) with { RestoredAt = Now - 60 };
        Assert.Equal((2880, 14), PairSearch.Window(restored, false, Now, Numbers) is var (_, behind, ahead) ? (behind, ahead) : default);
        Assert.Equal(2880, PairSearch.Window(restored, false, Now + 86_400, Numbers).Ahead);
    }

    [Fact]
    public void A_pair_whose_first_code_is_used_is_not_found()
    {
        long step = Now / 30;
        Assert.Null(PairSearch.Find(CodeSearchTests.Totp(step + 1, 0), Own, ((uint)(step % 1_000_000), (uint)((step + 1) % 1_000_000)), false, Now, Numbers));
    }
}
