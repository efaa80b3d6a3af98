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
    /// <param name="isVouchedPair">Two codes, and somebody vouches for who types them.</param>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="rules">Limits.</param>
    /// <returns>Null when it may.</returns>
    public static RejectReason? Refusal(Credential credential, AttemptKind kind, bool isVouchedPair, long now, ValidationRules rules) => credential.State switch
    {
        CredentialState.Revoked => RejectReason.Revoked,
        CredentialState.Suspended => RejectReason.Suspended,
        _ when credential.IsLocked(rules) => RejectReason.Locked,
        CredentialState.Inactive when kind != AttemptKind.Activate => RejectReason.NotEnrolled,
        CredentialState.Active when kind == AttemptKind.Activate => RejectReason.AlreadyEnrolled,
        _ when now < credential.NotBefore || now > credential.NotAfter => RejectReason.OutsideValidity,
        _ when credential.NeedsPair && !isVouchedPair => RejectReason.NeedsPair,
        _ => null,
    };

    /// <summary>Compares the code or the pair.</summary>
    /// <param name="credential">The credential, its attempt claimed.</param>
    /// <param name="codes">Computes its codes.</param>
    /// <param name="attempt">One code or two.</param>
    /// <param name="isPublic">Nobody vouches for whoever types them.</param>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="rules">Windows.</param>
    public static Decision Decide(Credential credential, ICodeSource codes, TypedCodes attempt, bool isPublic, long now, ValidationRules rules)
    {
        if (attempt.Digits != credential.Digits)
        {
            // To the public a wrong length is a wrong code: anything else would tell which IDs exist.
            return new Decision.Reject(!isPublic ? RejectReason.Malformed : attempt.Second is null ? RejectReason.WrongCode : RejectReason.NotConsecutive);
        }

        if (attempt.Second is { } second)
        {
            return PairSearch.Find(credential, codes, (attempt.First, second), isPublic, now, rules) is { } pair
                ? Accept(credential, pair, isPublic, now, rules)
                : new Decision.Reject(RejectReason.NotConsecutive);
        }

        if (CodeSearch.Find(credential, codes, attempt.First, isPublic, now, rules) is { } factor)
        {
            return Accept(credential, (factor, factor), isPublic, now, rules);
        }

        bool isReplay = CodeSearch.IsReplay(credential, codes, attempt.First, now, rules);
        return new Decision.Reject(isReplay ? RejectReason.Replayed : RejectReason.WrongCode);
    }

    private static Decision.Accept Accept(Credential credential, (long First, long Last) factors, bool isPublic, long now, ValidationRules rules)
    {
        (long first, long last) = factors;
        if (credential.Type == OtpType.Hotp)
        {
            return new Decision.Accept(first, last, credential.Drift, 0, 0);
        }

        DriftModel learned = credential.Drift.Learn(last, now, credential.PeriodSeconds);
        double moved = learned.OffsetSeconds - credential.Drift.At(now).OffsetSeconds;
        if (isPublic)
        {
            return new Decision.Accept(first, last, learned, credential.PublicShift + moved, now);
        }

        // One code within a day of a public reset may have been noted together with the pair: it confirms nothing.
        bool isConfirmed = last != first || now - credential.PublicShiftAt >= rules.ResyncWindow.TotalSeconds;
        return new Decision.Accept(first, last, learned, isConfirmed ? 0 : credential.PublicShift, credential.PublicShiftAt);
    }
}
