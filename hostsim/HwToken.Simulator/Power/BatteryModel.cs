namespace HwToken.Simulator.Power;

/// <summary>
/// Says what a token takes from its battery. Currents and batteries are those of hardware/power/model.json; how long the firmware ran,
/// how often the chip booted and how long the panel was lit come from the virtual board. A boot counts with the file's length, not with
/// the virtual board's own: the file is the one place for that figure. All of it is calculated, nothing measured.
/// </summary>
public sealed class BatteryModel
{
    private const double SecondsAnHour = 3600;
    private const double DaysAMonth = 30;

    private readonly BoardFigures _board;
    private readonly BatteryFigures _battery;
    private readonly double _panelMilliamperes;

    /// <summary>Chooses board and battery.</summary>
    /// <param name="board">One of <see cref="Boards"/>.</param>
    /// <param name="battery">One of <see cref="Batteries"/>.</param>
    /// <param name="contrast">The panel's contrast, 0 to 255; null: the one the budget counts with.</param>
    /// <exception cref="ArgumentException">There is no such board or battery; the message names those there are.</exception>
    public BatteryModel(string board, string battery, byte? contrast = null)
    {
        PowerFigures figures = PowerFigures.Default;
        _board = figures.Boards.GetValueOrDefault(board)
            ?? throw new ArgumentException($"There is no board {board}. Choose one of: {string.Join(", ", Boards)}.", nameof(board));
        _battery = figures.Batteries.FirstOrDefault(known => known.Name == battery)
            ?? throw new ArgumentException($"There is no battery {battery}. Choose one of: {string.Join(", ", Batteries)}.", nameof(battery));
        _panelMilliamperes = figures.Panel.Milliamperes(contrast ?? figures.Panel.Contrast);
    }

    /// <summary>Names of the board profiles.</summary>
    public static IReadOnlyList<string> Boards => [.. PowerFigures.Default.Boards.Keys];

    /// <summary>Names of the batteries.</summary>
    public static IReadOnlyList<string> Batteries => [.. PowerFigures.Default.Batteries.Select(battery => battery.Name)];

    /// <summary>What stands on the battery's label, in mAh.</summary>
    public double CapacityMilliampereHours => _battery.CapacityMilliampereHours;

    /// <summary>What a full battery gives, in mAh.</summary>
    public double UsableMilliampereHours => _battery.CapacityMilliampereHours * _battery.UsableShare;

    /// <summary>What the time between two samples took.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="to">The later one, of the same board.</param>
    public BatteryUse Use(PowerSample from, PowerSample to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        TimeSpan duration = to.At - from.At;
        double awakeSeconds = (to.Running - from.Running).TotalSeconds + ((to.Boots - from.Boots) * _board.TimerWakeSeconds);
        awakeSeconds += _board.AwakeWhileShown ? (to.LitAsleep - from.LitAsleep).TotalSeconds : 0;
        return new BatteryUse(
            duration,
            duration.TotalHours * _board.SleepMicroamperes / 1000,
            awakeSeconds / SecondsAnHour * _board.AwakeMilliamperes,
            (to.Lit - from.Lit).TotalHours * _panelMilliamperes,
            duration.TotalDays * _battery.CapacityMilliampereHours * _battery.LossShareAMonth / DaysAMonth);
    }

    /// <summary>How long the battery still lasts if the token goes on being used like this.</summary>
    /// <param name="use">A stretch of typical use, longer than nothing.</param>
    /// <param name="gone">What was used before and counts against the full battery, in mAh.</param>
    /// <returns>Days; 0 when it is empty.</returns>
    public double DaysLeft(BatteryUse use, double gone = 0)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(use.Duration, TimeSpan.Zero, "use.Duration");
        return Math.Max(0, UsableMilliampereHours - gone) / (use.UsedMilliampereHours / use.Duration.TotalDays);
    }
}
