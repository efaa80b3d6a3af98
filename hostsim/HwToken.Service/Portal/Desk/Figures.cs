using System.Globalization;

namespace HwToken.Service.Portal.Desk;

/// <summary>How operators read offsets and rates: the same on every page, in both languages.</summary>
public static class Figures
{
    /// <summary>A rate.</summary>
    /// <param name="ppm">Parts per million.</param>
    public static string Ppm(double ppm) => ppm.ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture) + " ppm";

    /// <summary>An offset.</summary>
    /// <param name="seconds">Seconds.</param>
    public static string Seconds(double seconds) => seconds.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " s";
}
