namespace HwToken.Validation.Rules;

/// <summary>
/// How the public pages close for a credential: after some refused tries, for a time that doubles. Applies to IDs that do not exist as well. It never
/// locks a token, and the count of a relying party's attempts knows nothing of it.
/// </summary>
/// <param name="Tries">Refused since the last closing.</param>
/// <param name="Closings">How often they have closed.</param>
/// <param name="ClosedUntil">Unix time in milliseconds; 0: open.</param>
public readonly record struct PublicLimit(int Tries, int Closings, long ClosedUntil)
{
    /// <summary>Refused tries that close.</summary>
    public const int MostTries = 5;

    /// <summary>The first closing; each later one is twice as long.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(15);

    /// <summary>The longest closing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Tries are forgotten after so long without one.</summary>
    public static readonly TimeSpan TriesForgotten = TimeSpan.FromDays(1);

    /// <summary>Closings are forgotten after so long without a try: longer than the longest closing, or waiting would pay for a guesser.</summary>
    public static readonly TimeSpan ClosingsForgotten = TimeSpan.FromDays(7);

    /// <summary>After a refused try that is counted in <see cref="Tries"/> already.</summary>
    /// <param name="now">Unix time in milliseconds.</param>
    public PublicLimit Refused(long now)
    {
        if (Tries < MostTries)
        {
            return this with { ClosedUntil = 0 };
        }

        double minutes = Math.Min(Longest.TotalMinutes, First.TotalMinutes * Math.Pow(2, Math.Min(Closings, 20)));
        return new PublicLimit(0, Closings + 1, now + (long)TimeSpan.FromMinutes(minutes).TotalMilliseconds);
    }
}
