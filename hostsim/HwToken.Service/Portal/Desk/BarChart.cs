using System.Globalization;

namespace HwToken.Service.Portal.Desk;

/// <summary>Bars beside each other, drawn by <c>_BarChart.cshtml</c> as SVG, with the same numbers as a table below. Knows no words of its own.</summary>
/// <param name="Title">What the bars tell.</param>
/// <param name="First">Heading of what each bar stands for: a day, a state.</param>
/// <param name="Series">What is counted; a bar has a part for each.</param>
/// <param name="Bars">The bars, from left to right; as many counts as there are series.</param>
internal sealed record BarChart(string Title, string First, IReadOnlyList<string> Series, IReadOnlyList<(string Label, IReadOnlyList<int> Counts)> Bars)
{
    public const int Width = 560;
    public const int Height = 150;
    public const int Foot = 22;
    private const int Top = 18;

    private int Most => Math.Max(1, Bars.Max(bar => bar.Counts.Sum()));

    private double Step => Width / (double)Math.Max(1, Bars.Count);

    /// <summary>All parts: place, size, and the number of the series.</summary>
    public IEnumerable<(string X, string Y, string Width, string Height, int Series)> Parts
    {
        get
        {
            for (int bar = 0; bar < Bars.Count; bar++)
            {
                double y = Height - Foot;
                for (int series = 0; series < Series.Count; series++)
                {
                    double tall = (Height - Foot - Top) * Bars[bar].Counts[series] / (double)Most;
                    y -= tall;
                    if (tall > 0)
                    {
                        yield return (Number((bar + 0.15) * Step), Number(y), Number(Step * 0.7), Number(tall), series);
                    }
                }
            }
        }
    }

    /// <summary>The middle of a bar.</summary>
    public string Middle(int bar) => Number((bar + 0.5) * Step);

    /// <summary>Just above a bar.</summary>
    public string Above(int bar) => Number(Height - Foot - ((Height - Foot - Top) * Bars[bar].Counts.Sum() / (double)Most) - 4);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
