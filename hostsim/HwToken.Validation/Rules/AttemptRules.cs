using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;

namespace HwToken.Validation.Rules;

/// <summary>The rules as pure functions of credential, codes and time: no clock, no database.</summary>
public static class AttemptRules
{
    /// <summary>Whether an attempt of this kind may be made at all.</summary>
    /// <param name="credential">The credential as it stands; its failures do not hold the attempt yet.</param>
    /// <param name="kind">What the code is for.</param>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="rules">Limits.</param>
    /// <returns>Null when it may.</returns>
    public static RejectReason? Refusal(Credential credential, AttemptKind kind, long now, ValidationRules rules) => credential.State switch
    {
        CredentialState.Revoked => RejectReason.Revoked,
        CredentialState.Suspended => RejectReason.Suspended,
        _ when credential.IsLocked(rules) => RejectReason.Locked,
        CredentialState.Inactive when kind != AttemptKind.Activate => RejectReason.NotEnrolled,
        CredentialState.Active when kind == AttemptKind.Activate => RejectReason.AlreadyEnrolled,
        _ when now < credential.NotBefore || now > credential.NotAfter => RejectReason.OutsideValidity,
        _ => null,
    };

    /// <summary>Compares the code or the pair.</summary>
    /// <param name="credential">The credential, its attempt claimed.</param>
    /// <param name="codes">Computes its codes.</param>
    /// <param name="attempt">One code or two.</param>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="rules">Windows.</param>
    public static Decision Decide(Credential credential, ICodeSource codes, TypedCodes attempt, long now, ValidationRules rules)
    {
        if (attempt.Second is { } second)
        {
            return PairSearch.Find(credential, codes, attempt.First, second, now, rules) is { } pair
                ? new Decision.Accept(pair.First, pair.Second, Learn(credential, pair.Second, now))
                : new Decision.Reject(RejectReason.NotConsecutive);
        }

        if (CodeSearch.Find(credential, codes, attempt.First, now, rules) is { } factor)
        {
            return new Decision.Accept(factor, factor, Learn(credential, factor, now));
        }

        bool isReplay = CodeSearch.IsReplay(credential, codes, attempt.First, now, rules);
        return new Decision.Reject(isReplay ? RejectReason.Replayed : RejectReason.WrongCode);
    }

    private static DriftModel Learn(Credential credential, long factor, long now) => credential.Type == OtpType.Totp
        ? credential.Drift.Learn(factor, now, credential.PeriodSeconds)
        : credential.Drift;
}
