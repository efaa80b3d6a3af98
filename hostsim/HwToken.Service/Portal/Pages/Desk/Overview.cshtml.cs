using System.Globalization;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Desk;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>How the whole fleet stands: states, failures and locks over time, drift, imports.</summary>
internal sealed class OverviewModel(FleetReport report, LocalTime times, ValidationSystem system) : DeskPage
{
    public FleetFigures Figures { get; private set; } = null!;

    public IReadOnlyList<BarChart> Charts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Figures = await report.ReadAsync(times.Offset(system.Time.GetUtcNow()), Cancel).ConfigureAwait(false);
        Charts = [States(), Attempts(), Drift()];
    }

    private static string Seconds(double value) => value.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    private static string Band(DriftBand band) => (band.FromSeconds, band.ToSeconds) switch
    {
        (null, { } to) => "< " + Seconds(to),
        ({ } from, null) => "≥ " + Seconds(from),
        ({ } from, { } to) => $"{Seconds(from)}…{Seconds(to)}",
        _ => "",
    };

    private BarChart States() => new(
        Text.In("トークンの状態", "Tokens by state"),
        Text.In("状態", "State"),
        [Text.In("件数", "Tokens")],
        [.. Figures.States.Select(one => (DeskWords.State(Text, one.State), (IReadOnlyList<int>)[one.Count]))]);

    private BarChart Attempts() => new(
        Text.In($"コードの入力 (直近{FleetReport.Days}日間)", $"Codes typed in the last {FleetReport.Days} days"),
        Text.In("日", "Day"),
        [Text.In("成功", "accepted"), Text.In("拒否", "refused"), Text.In("ロック", "locks")],
        [.. Figures.Days.Select(day => (times.Day(day.Begins)[5..], (IReadOnlyList<int>)[day.Accepted, day.Refused, day.Locks]))]);

    private BarChart Drift() => new(
        Text.In("時計のずれ (秒、有効な時刻式トークン)", "Clock drift in seconds, active tokens with a clock"),
        Text.In("ずれ", "Drift"),
        [Text.In("件数", "Tokens")],
        [.. Figures.Drift.Select(band => (Band(band), (IReadOnlyList<int>)[band.Count]))]);
}
