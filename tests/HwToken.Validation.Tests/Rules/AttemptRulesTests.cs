using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Tests.Rules;

public sealed class AttemptRulesTests
{
    private static readonly ValidationRules Numbers = new();

    [Theory]
    [InlineData(CredentialState.Active, 0, AttemptKind.Validate, null)]
    [InlineData(CredentialState.Active, 9, AttemptKind.Validate, null)]
    [InlineData(CredentialState.Active, 10, AttemptKind.Validate, RejectReason.Locked)]
    [InlineData(CredentialState.Active, 10, AttemptKind.Resync, RejectReason.Locked)]
    [InlineData(CredentialState.Active, 0, AttemptKind.Activate, RejectReason.AlreadyEnrolled)]
    [InlineData(CredentialState.Inactive, 0, AttemptKind.Validate, RejectReason.NotEnrolled)]
    [InlineData(CredentialState.Inactive, 0, AttemptKind.Test, RejectReason.NotEnrolled)]
    [InlineData(CredentialState.Inactive, 0, AttemptKind.Activate, null)]
    [InlineData(CredentialState.Inactive, 10, AttemptKind.Activate, RejectReason.Locked)]
    [InlineData(CredentialState.Suspended, 0, AttemptKind.Validate, RejectReason.Suspended)]
    [InlineData(CredentialState.Suspended, 10, AttemptKind.Validate, RejectReason.Suspended)]
    [InlineData(CredentialState.Revoked, 10, AttemptKind.Validate, RejectReason.Revoked)]
    public void Who_may_try_is_a_table(CredentialState state, int failures, AttemptKind kind, RejectReason? refusal) =>
        Assert.Equal(refusal, AttemptRules.Refusal(CodeSearchTests.Hotp(0) with { State = state, Failures = failures }, kind, false, 1000, Numbers));

    [Theory]
    [InlineData(999, RejectReason.OutsideValidity)]
    [InlineData(1000, null)]
    [InlineData(2000, null)]
    [InlineData(2001, RejectReason.OutsideValidity)]
    public void Outside_its_dates_a_token_is_refused(long now, RejectReason? refusal) =>
        Assert.Equal(refusal, AttemptRules.Refusal(CodeSearchTests.Hotp(0) with { NotBefore = 1000, NotAfter = 2000 }, AttemptKind.Validate, false, now, Numbers));

    [Theory]
    [InlineData(AttemptKind.Validate, false, RejectReason.NeedsPair)]
    [InlineData(AttemptKind.Resync, false, RejectReason.NeedsPair)]
    [InlineData(AttemptKind.Resync, true, null)]
    public void After_a_restored_database_a_counter_is_found_again_by_two_codes_that_somebody_vouches_for(AttemptKind kind, bool isVouchedPair, RejectReason? refusal) =>
        Assert.Equal(refusal, AttemptRules.Refusal(CodeSearchTests.Hotp(0) with { RestoredAt = 900 }, kind, isVouchedPair, 1000, Numbers));

    [Fact]
    public void Numbers_that_do_not_fit_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ValidationRules { MaxFailures = 0 }.Checked());
        Assert.Throws<ArgumentException>(() => new ValidationRules { LookAhead = 50, ResyncLookAhead = 10 }.Checked());
        Assert.Throws<ArgumentException>(() => new ValidationRules { ResyncWindow = TimeSpan.FromDays(30) }.Checked());
    }

    [Fact]
    public void Codes_never_show_in_texts() => Assert.DoesNotContain("123456", new TypedCodes(123456, 654321).ToString(), StringComparison.Ordinal);
}
