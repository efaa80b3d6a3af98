namespace HwToken.Validation.Rules;

/// <summary>How likely it is that somebody who guesses as often as the limits let him hits a code of one token within a year. The README's table.</summary>
public static class GuessingOdds
{
    private const double Codes = 1_000_000;
    private const int Days = 365;
    private static readonly TimeSpan Year = TimeSpan.FromDays(Days);

    /// <summary>Tries on the public pages within a year: whoever goes on at every opening, or waits until the closings are forgotten, whichever is more.</summary>
    public static int PublicTriesPerYear() => Math.Max(TriesPerYear(TimeSpan.Zero), TriesPerYear(PublicLimit.ClosingsForgotten));

    /// <summary>Tries with a password or a relying party's key: one less than what locks, each day, between two sign-ins of the owner.</summary>
    public static int VouchedTriesPerYear(ValidationRules rules) => (rules.MaxFailures - 1) * Days;

    /// <summary>Of hitting one of so many codes.</summary>
    /// <param name="tries">Tries in the year.</param>
    /// <param name="windowCodes">Codes that are accepted at a time.</param>
    public static double OneCode(int tries, int windowCodes) => AtLeastOnce(tries, windowCodes / Codes);

    /// <summary>Of hitting a pair: so many first codes, for each so many second ones.</summary>
    public static double Pair(int tries, int windowCodes, int gaps) => AtLeastOnce(tries, windowCodes * (double)gaps / (Codes * Codes));

    private static double AtLeastOnce(int tries, double each) => -Math.Exp(tries * Math.Log(1 - each)) + 1;

    /// <param name="pause">Time without a try after each run of closings that has come to the longest one.</param>
    private static int TriesPerYear(TimeSpan pause)
    {
        long end = (long)Year.TotalMilliseconds;
        (int tries, PublicLimit limit) = (0, default);
        for (long now = 0; now < end; tries++)
        {
            limit = (limit with { Tries = limit.Tries + 1 }).Refused(now);
            if (limit.ClosedUntil == 0)
            {
                continue;
            }

            bool isLongest = limit.ClosedUntil - now >= PublicLimit.Longest.TotalMilliseconds;
            now = pause > TimeSpan.Zero && isLongest ? now + (long)pause.TotalMilliseconds : limit.ClosedUntil;
            limit = pause > TimeSpan.Zero && isLongest ? default : limit;
        }

        return tries;
    }
}
