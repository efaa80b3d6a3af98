using HwToken.Core.Otp;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Rules;

/// <summary>Finds the moving factor of one code in the sign-in window.</summary>
public static class CodeSearch
{
    /// <summary>Searches outward from where the token is believed to be. Never finds a factor that was used or passed over.</summary>
    /// <param name="credential">The credential as it stands.</param>
    /// <param name="codes">Computes its codes.</param>
    /// <param name="code">0 to 999999.</param>
    /// <param name="isPublic">Nobody vouches for whoever asks: what the public reset has moved does not carry farther.</param>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="rules">Windows.</param>
    /// <returns>The counter or step, or null.</returns>
    public static long? Find(Credential credential, ICodeSource codes, uint code, bool isPublic, long now, ValidationRules rules)
    {
        (long lowest, long highest) = isPublic && credential.Type == OtpType.Totp ? Likely(credential, now, rules) : (long.MinValue, long.MaxValue);
        (long centre, int behind, int ahead) = Window(credential, now, rules);
        foreach (long factor in Outward(centre, behind, ahead))
        {
            if (factor >= credential.NextFactor && factor >= lowest && factor <= highest && codes.Compute(factor) == code)
            {
                return factor;
            }
        }

        return null;
    }

    /// <summary>Tells whether the code belongs to a factor just behind: used already, or passed over. For the audit, not for the person.</summary>
    public static bool IsReplay(Credential credential, ICodeSource codes, uint code, long now, ValidationRules rules)
    {
        bool isHotp = credential.Type == OtpType.Hotp;
        (long centre, int behind, int ahead) = isHotp ? (credential.NextFactor, rules.LookAhead, 0) : Window(credential, now, rules);
        foreach (long factor in Outward(centre, behind, ahead))
        {
            if (factor < credential.NextFactor && codes.Compute(factor) == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where to search: the centre and how many factors on either side.</summary>
    public static (long Centre, int Behind, int Ahead) Window(Credential credential, long now, ValidationRules rules)
    {
        if (credential.Type == OtpType.Hotp)
        {
            return (credential.NextFactor, 0, rules.LookAhead);
        }

        int period = credential.PeriodSeconds;
        int half = rules.WindowSteps + credential.Drift.GrowthSteps(now, period, rules.MaxGrowthSteps);
        return (credential.Drift.PredictStep(now, period), half, half);
    }

    private static (long Lowest, long Highest) Likely(Credential credential, long now, ValidationRules rules)
    {
        (long centre, int behind, int ahead) = PairSearch.Window(credential, isPublic: true, now, rules);
        return (centre - behind, centre + ahead);
    }

    /// <summary>The centre, then one behind, one ahead, two behind and so on; never below 0.</summary>
    internal static IEnumerable<long> Outward(long centre, int behind, int ahead)
    {
        // The highest number is the factor of no code: what comes after it could not be written.
        if (centre is >= 0 and < long.MaxValue)
        {
            yield return centre;
        }

        for (int distance = 1; distance <= Math.Max(behind, ahead); distance++)
        {
            if (distance <= behind && centre - distance >= 0)
            {
                yield return centre - distance;
            }

            if (distance <= ahead && centre + distance >= 0 && centre <= long.MaxValue - distance - 1)
            {
                yield return centre + distance;
            }
        }
    }
}
