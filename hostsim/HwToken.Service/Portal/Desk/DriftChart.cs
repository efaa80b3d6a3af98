using System.Globalization;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Audit;

namespace HwToken.Service.Portal.Desk;

/// <summary>Where the dots of the drift chart stand.</summary>
/// <param name="Points">The accepted codes, oldest first, in the chart's units.</param>
/// <param name="Marks">Heights that have a number beside them, and the number in seconds.</param>
/// <param name="Zero">Height of no drift.</param>
/// <param name="Latest">The latest drift in seconds.</param>
/// <param name="From">Day of the oldest code.</param>
/// <param name="Until">Day of the latest code.</param>
internal sealed record DriftChart(
    IReadOnlyList<(string X, string Y)> Points, IReadOnlyList<(string Y, double Seconds)> Marks, string Zero, double Latest, string From, string Until)
{
    public const int Width = 560;
    public const int Height = 160;

    /// <summary>Height with the days below.</summary>
    public const int WholeHeight = 190;

    public const int Left = 104;
    public const int Edge = 16;

    /// <summary>A flat line is drawn in the middle of at least this many seconds.</summary>
    private const double LeastSpan = 30;

    /// <summary>The line through all points.</summary>
    public string Line => string.Join(' ', Points.Select(point => $"{point.X},{point.Y}"));

    /// <param name="history">Entries, newest first.</param>
    /// <param name="times">The reader's zone.</param>
    /// <returns>Null when no code was accepted yet.</returns>
    public static DriftChart? Of(IReadOnlyList<AuditEntry> history, LocalTime times)
    {
        (long At, double Seconds)[] points = [.. history.Where(entry => entry.Outcome == "accepted").Reverse().Select(entry => (entry.At, entry.DriftMilliseconds / 1000.0))];
        if (points.Length == 0)
        {
            return null;
        }

        double low = Math.Min(points.Min(point => point.Seconds), -LeastSpan / 2);
        double high = Math.Max(points.Max(point => point.Seconds), LeastSpan / 2);
        double span = Math.Max(1, points[^1].At - points[0].At);
        string X(long at) => Number(points.Length == 1 ? Width / 2.0 : Left + ((Width - Left - Edge) * (at - points[0].At) / span));
        string Y(double seconds) => Number(Edge + ((Height - (2 * Edge)) * (high - seconds) / (high - low)));

        // A mark that would stand on the zero is left out.
        double[] marks = [high, 0, low];
        return new DriftChart(
            [.. points.Select(point => (X(point.At), Y(point.Seconds)))],
            [.. marks.Where(seconds => seconds == 0 || Math.Abs(seconds) >= (high - low) / 8).Select(seconds => (Y(seconds), seconds))],
            Y(0),
            points[^1].Seconds,
            times.Day(DateTimeOffset.FromUnixTimeMilliseconds(points[0].At)),
            times.Day(DateTimeOffset.FromUnixTimeMilliseconds(points[^1].At)));
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
