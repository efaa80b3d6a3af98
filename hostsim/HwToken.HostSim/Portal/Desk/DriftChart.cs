using System.Globalization;
using HwToken.HostSim.Portal.Html;
using HwToken.Validation.Audit;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>How far the token's clock was off at each accepted code, as a small chart. The same numbers stand in the history below it.</summary>
internal static class DriftChart
{
    private const int Width = 560;
    private const int Height = 160;
    private const int Left = 64;
    private const int Edge = 16;

    /// <summary>A flat line is drawn in the middle of at least this many seconds.</summary>
    private const double LeastSpan = 30;

    /// <param name="say">Language.</param>
    /// <param name="entries">Accepted codes, newest first.</param>
    public static Markup Of(Say say, IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            return Markup.Of($"<p>{say.In("まだ記録がありません。", "No code was accepted yet.")}</p>");
        }

        (long At, double Seconds)[] points = [.. entries.Reverse().Select(entry => (entry.At, entry.DriftMilliseconds / 1000.0))];
        double low = Math.Min(points.Min(point => point.Seconds), -LeastSpan / 2);
        double high = Math.Max(points.Max(point => point.Seconds), LeastSpan / 2);
        double span = Math.Max(1, points[^1].At - points[0].At);
        string X(long at) => Number(points.Length == 1 ? Width / 2.0 : Left + ((Width - Left - Edge) * (at - points[0].At) / span));
        string Y(double seconds) => Number(Edge + ((Height - (2 * Edge)) * (high - seconds) / (high - low)));

        // A mark that would stand on the zero is left out.
        Markup Mark(double seconds) => Math.Abs(seconds) < (high - low) / 8
            ? Markup.None
            : Markup.Of($"""<text x="{Left - 8}" y="{Y(seconds)}" text-anchor="end" dominant-baseline="middle">{DeskWords.Seconds(seconds)}</text>""");
        string label = say.In($"時計のずれの推移。最新 {DeskWords.Seconds(points[^1].Seconds)}、{points.Length}件", $"Clock drift over time. Latest {DeskWords.Seconds(points[^1].Seconds)}, {points.Length} codes");
        return Markup.Of($"""
            <svg class="chart" viewBox="0 0 {Width} {Height}" role="img" aria-label="{label}">
            <line class="zero" x1="{Left}" x2="{Width - Edge}" y1="{Y(0)}" y2="{Y(0)}"/>
            {Mark(high)}
            <text x="{Left - 8}" y="{Y(0)}" text-anchor="end" dominant-baseline="middle">0 s</text>
            {Mark(low)}
            <polyline points="{string.Join(' ', points.Select(point => $"{X(point.At)},{Y(point.Seconds)}"))}"/>
            {points.Select(point => Markup.Of($"<circle r=\"4\" cx=\"{X(point.At)}\" cy=\"{Y(point.Seconds)}\"/>"))}
            </svg>
            """);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
