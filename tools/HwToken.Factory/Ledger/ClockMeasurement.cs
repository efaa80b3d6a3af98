using System.Globalization;

namespace HwToken.Factory.Ledger;

/// <summary>One look at a token's clock.</summary>
/// <param name="At">True time of it, by this computer's clock.</param>
/// <param name="ErrorMilliseconds">Token clock minus true time.</param>
/// <param name="UncertaintyMilliseconds">The error lies within this much of what was measured: a bound, not a deviation.</param>
public sealed record ClockMeasurement(DateTimeOffset At, double ErrorMilliseconds, double UncertaintyMilliseconds)
{
    /// <summary>As people read it: <c>-3 ± 9 ms</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ErrorMilliseconds:+0;-0;0} ± {Math.Ceiling(UncertaintyMilliseconds):0} ms");
}
