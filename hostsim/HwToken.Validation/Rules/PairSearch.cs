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
    /// <param name="first">First code, 0 to 999999.</param>
    /// <param name="second">Second code; another number.</param>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="rules">Windows.</param>
    /// <returns>The two counters or steps, or null.</returns>
    public static (long First, long Second)? Find(
        Credential credential, ICodeSource codes, uint first, uint second, long now, ValidationRules rules)
    {
        bool isHotp = credential.Type == OtpType.Hotp;
        (long centre, int behind, int ahead) = Window(credential, now, rules);
        var window = new CodeWindow(codes);
        foreach (long factor in CodeSearch.Outward(centre, behind, ahead))
        {
            if (factor < credential.NextFactor || window[factor] != first)
            {
                continue;
            }

            long? match = isHotp ? NextCounter(window, factor, first, second) : LaterStep(window, factor, second, rules.MaxPairGapSteps);
            if (match is { } found)
            {
                return (factor, found);
            }
        }

        return null;
    }

    private static (long Centre, int Behind, int Ahead) Window(Credential credential, long now, ValidationRules rules)
    {
        if (credential.Type == OtpType.Hotp)
        {
            return (credential.NextFactor, 0, rules.ResyncLookAhead);
        }

        int period = credential.PeriodSeconds;
        int half = (int)(rules.ResyncWindow.TotalSeconds / period);
        return (credential.Drift.PredictStep(now, period), half, half);
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
