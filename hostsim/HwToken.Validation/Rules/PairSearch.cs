using HwToken.Core.Otp;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Rules;

/// <summary>
/// Finds two different, consecutive, unused codes in the resynchronisation window. "Fresh" means newer than every code that the
/// service has accepted: how old a code is in seconds cannot be known while the token's clock is what is being asked.
/// </summary>
public static class PairSearch
{
    /// <summary>Searches outward from where the token is believed to be.</summary>
    /// <param name="credential">The credential as it stands.</param>
    /// <param name="codes">Computes its codes.</param>
    /// <param name="pair">Two codes; two different numbers.</param>
    /// <param name="isPublic">Nobody vouches for whoever asks.</param>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="rules">Windows.</param>
    /// <returns>The two counters or steps, or null.</returns>
    public static (long First, long Second)? Find(
        Credential credential, ICodeSource codes, (uint First, uint Second) pair, bool isPublic, long now, ValidationRules rules)
    {
        bool isHotp = credential.Type == OtpType.Hotp;
        (long centre, int behind, int ahead) = Window(credential, isPublic, now, rules);
        var window = new CodeWindow(codes);
        foreach (long factor in CodeSearch.Outward(centre, behind, ahead))
        {
            if (factor < credential.NextFactor || window[factor] != pair.First)
            {
                continue;
            }

            long? match = isHotp ? NextCounter(window, factor, pair.First, pair.Second) : LaterStep(window, factor, pair.Second, rules.MaxPairGapSteps);
            if (match is { } found)
            {
                return (factor, found);
            }
        }

        return null;
    }

    /// <summary>
    /// Where the first code of a pair may be. A person for whom a password or the desk vouches may bring a token that is a day off. Anybody else is
    /// searched for only where the clock is likely to be: else codes that were noted down in the morning would open the account at night.
    /// After a restored database the day ahead is closed for a day: steps there may have been used before.
    /// </summary>
    public static (long Centre, int Behind, int Ahead) Window(Credential credential, bool isPublic, long now, ValidationRules rules)
    {
        if (credential.Type == OtpType.Hotp)
        {
            return (credential.NextFactor, 0, rules.ResyncLookAhead);
        }

        int period = credential.PeriodSeconds;
        int likely = credential.Drift.LikelySteps(now, period, rules);
        if (isPublic)
        {
            return (credential.VouchedStep(now), likely, likely);
        }

        int half = (int)(rules.ResyncWindow.TotalSeconds / period);
        bool isRestored = credential.RestoredAt != 0 && now - credential.RestoredAt < rules.ResyncWindow.TotalSeconds;
        return (credential.Drift.PredictStep(now, period), half, isRestored ? Math.Min(half, likely) : half);
    }

    /// <summary>The token never shows one number twice running: on a collision it takes the counter after.</summary>
    private static long? NextCounter(CodeWindow codes, long factor, uint first, uint second)
    {
        for (long next = factor + 1; next < long.MaxValue; next++)
        {
            uint code = codes[next];
            if (code != first)
            {
                return code == second ? next : null;
            }
        }

        return null;
    }

    private static long? LaterStep(CodeWindow codes, long factor, uint second, int maxGap)
    {
        for (long step = factor + 1; step <= factor + maxGap; step++)
        {
            if (codes[step] == second)
            {
                return step;
            }
        }

        return null;
    }
}
