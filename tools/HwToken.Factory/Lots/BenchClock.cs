using System.Globalization;

namespace HwToken.Factory.Lots;

/// <summary>
/// Refuses a bench clock that cannot be right: TOTP tokens take their time from it, and a token that was set wrong is dead in the customer's hands.
/// </summary>
public static class BenchClock
{
    /// <summary>A clock that was set back by so much was put right, not wrong.</summary>
    public static readonly TimeSpan Correction = TimeSpan.FromSeconds(5);

    /// <summary>A lot that nobody has touched for longer is rare; a clock that is off by years is not.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);

    /// <summary>Nothing was done yet: the program is not older than this.</summary>
    public static readonly TimeSpan OldestProgram = TimeSpan.FromDays(5 * 366);

    private const string Remedy = "Set this computer's clock. If you have looked at it and it is right: --clock-is-right";

    /// <summary>Looks at the clock.</summary>
    /// <param name="bench">The bench.</param>
    /// <param name="last">When the last thing was done; null: nothing yet.</param>
    /// <returns>True when something speaks against the clock and a person says that it is right.</returns>
    /// <exception cref="FactoryException">It cannot be right.</exception>
    public static bool Check(Bench bench, DateTimeOffset? last)
    {
        ArgumentNullException.ThrowIfNull(bench);
        if (Objection(bench.Clock.GetUtcNow(), last, bench.ProgramDate) is not { } objection)
        {
            return false;
        }

        return bench.IsClockRight ? true : throw new FactoryException($"{objection} {Remedy}");
    }

    private static string? Objection(DateTimeOffset now, DateTimeOffset? last, DateTimeOffset? program)
    {
        string told = string.Create(CultureInfo.InvariantCulture, $"This computer's clock says {now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        if (last is { } then && now < then - Correction)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{told}, but the last thing was done at {then.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.");
        }

        if (program is { } made && now < made - Correction)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{told}, but this program was made on {made.UtcDateTime:yyyy-MM-dd}.");
        }

        if (last is { } before && now > before + LongestPause)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{told}, more than a year after the last thing was done ({before.UtcDateTime:yyyy-MM-dd}).");
        }

        return last is null && program is { } built && now > built + OldestProgram
            ? string.Create(CultureInfo.InvariantCulture, $"{told}, many years after this program was made ({built.UtcDateTime:yyyy-MM-dd}).")
            : null;
    }
}
