using System.Globalization;

namespace HwToken.Factory.Ledger;

/// <summary>How much faster than true time a token's clock runs, from two measurements with no setting of the clock between them.</summary>
/// <param name="Ppm">Parts per million; 1 ppm is 86 ms a day.</param>
/// <param name="UncertaintyPpm">The rate lies within this much of it, if this computer's clock runs true.</param>
/// <param name="Over">The time between the two.</param>
public sealed record ClockRate(double Ppm, double UncertaintyPpm, TimeSpan Over)
{
    /// <summary>False: the time between was too short to tell the rate from none. No rate is claimed then.</summary>
    public bool IsResolved => Math.Abs(Ppm) > UncertaintyPpm;

    /// <summary>The rate between two measurements.</summary>
    /// <returns>Null when the second is not later than the first.</returns>
    public static ClockRate? Between(ClockMeasurement first, ClockMeasurement last)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(last);
        TimeSpan over = last.At - first.At;
        return over <= TimeSpan.Zero ? null : new ClockRate(
            (last.ErrorMilliseconds - first.ErrorMilliseconds) / over.TotalMilliseconds * 1e6,
            (last.UncertaintyMilliseconds + first.UncertaintyMilliseconds) / over.TotalMilliseconds * 1e6,
            over);
    }

    /// <summary>As people read it: <c>+1.20 ± 0.21 ppm</c>, or within which bounds it must be.</summary>
    public override string ToString() => IsResolved
        ? string.Create(CultureInfo.InvariantCulture, $"{Ppm:+0.00;-0.00} ± {UncertaintyPpm:0.00} ppm over {Duration}")
        : string.Create(CultureInfo.InvariantCulture, $"rate not to be told yet (less than {Math.Abs(Ppm) + UncertaintyPpm:0.0} ppm, over {Duration})");

    private string Duration => Over switch
    {
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Over.TotalSeconds:0} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Over.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Over.TotalHours:0} h"),
    };
}
