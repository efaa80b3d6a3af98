using System.Globalization;

namespace HwToken.Service.Portal.Desk;

/// <summary>How operators read moments, offsets and rates: the same on every page, in both languages.</summary>
public static class Figures
{
    /// <summary>A moment with its zone (UTC); a dash when there is none.</summary>
    /// <param name="moment">The moment.</param>
    public static string Time(DateTimeOffset? moment) => moment is { } at ? Moment(at) + " UTC" : "-";

    /// <summary>A moment in UTC, where the heading says so.</summary>
    /// <param name="at">The moment.</param>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The day alone, UTC.</summary>
    /// <param name="at">A moment of the day.</param>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A rate.</summary>
    /// <param name="ppm">Parts per million.</param>
    public static string Ppm(double ppm) => ppm.ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture) + " ppm";

    /// <summary>An offset.</summary>
    /// <param name="seconds">Seconds.</param>
    public static string Seconds(double seconds) => seconds.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " s";
}
