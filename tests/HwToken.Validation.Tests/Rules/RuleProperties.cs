using FsCheck;
using FsCheck.Fluent;
using HwToken.Core.Otp;
using HwToken.Validation.Rules;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Rules;

public sealed class RuleProperties
{
    private const long Now = 1_800_000_015;
    private static readonly ValidationRules Numbers = new();

    /// <summary>Codes of one digit collide all the time: the search is offered many wrong factors with the right code.</summary>
    private static readonly TableCodes Colliding = new(factor => (uint)(factor * 7919 % 10));

    [Fact]
    public void No_search_ever_finds_a_used_factor_or_one_outside_its_window() => Check(
        from next in Gen.Choose(0, 100)
        from drift in Gen.Choose(-90_000, 90_000)
        from idle in Gen.Choose(0, 100_000_000)
        from isHotp in Gen.Elements(true, false)
        from code in Gen.Choose(0, 9)
        select (next, drift, idle, isHotp, code),
        value =>
        {
            Credential credential = value.isHotp
                ? CodeSearchTests.Hotp(value.next)
                : CodeSearchTests.Totp((Now / 30) + value.next - 50, value.drift);
            long now = Now + value.idle;
            (long centre, int behind, int ahead) = CodeSearch.Window(credential, now, Numbers);
            long? found = CodeSearch.Find(credential, Colliding, (uint)value.code, false, now, Numbers);
            bool fits = found is null || (found >= credential.NextFactor && found >= centre - behind && found <= centre + ahead);
            return fits && behind + ahead + 1 <= 21;
        });

    [Fact]
    public void No_pair_is_ever_found_that_is_used_out_of_order_or_too_far_apart() => Check(
        from next in Gen.Choose(0, 100)
        from isHotp in Gen.Elements(true, false)
        from first in Gen.Choose(0, 9)
        from second in Gen.Choose(0, 9)
        where first != second
        select (next, isHotp, first, second),
        value =>
        {
            Credential credential = value.isHotp ? CodeSearchTests.Hotp(value.next) : CodeSearchTests.Totp((Now / 30) + value.next - 50, 0);
            return PairSearch.Find(credential, Colliding, ((uint)value.first, (uint)value.second), false, Now, Numbers) is not { } pair
                || (pair.First >= credential.NextFactor && pair.Second > pair.First && pair.Second - pair.First <= (value.isHotp ? 1 : Numbers.MaxPairGapSteps));
        });

    [Fact]
    public void Every_code_is_read_in_every_spelling() => Check(
        from code in Gen.Choose(0, 999_999)
        from wide in Gen.Elements(true, false)
        from grouped in Gen.Elements(true, false)
        from before in Gen.Elements("", " ", "\u3000", "\t ")
        from after in Gen.Elements("", " ", "\u3000")
        select (code, wide, grouped, before, after),
        value =>
        {
            string text = OtpCode.Format((uint)value.code, 6);
            text = value.wide ? string.Concat(text.Select(digit => (char)(digit + 0xFEE0))) : text;
            text = value.grouped ? $"{text[..3]} {text[3..]}" : text;
            return SecurityCode.TryParse(value.before + text + value.after, out uint read, out int digits) && read == value.code && digits == 6;
        });

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) => Seeded.Check(values, value => Assert.True(holds(value), $"not so for {value}"), runs: 2000);
}
