using System.Globalization;
using System.Runtime.CompilerServices;
using NanoBoard;
using HwToken.Simulator.Power;

namespace HwToken.Simulator.Tests.Power;

/// <summary>The simulated battery against the hardware's own budget (hardware/power/POWER.md, made by budget.py).</summary>
public class BatteryModelTests(ITestOutputHelper output)
{
    private const int PressesADay = 10;

    private static readonly string[] Rows = File.ReadAllLines(BudgetPath());

    public static TheoryData<string> EveryBoard() => [.. BatteryModel.Boards];

    [Theory]
    [MemberData(nameof(EveryBoard))]
    public void A_day_of_ten_presses_takes_what_the_budget_says(string board)
    {
        var model = new BatteryModel(board, "LiPo 500 mAh");
        BatteryUse day = ADay(TestTokens.Hotp(), model);
        output.WriteLine($"{board}: {day.AsleepMilliampereHours:F3} asleep, {day.AwakeMilliampereHours:F3} awake, {day.PanelMilliampereHours:F3} panel, {day.DrawnMilliampereHours:F3} mAh, {model.DaysLeft(day):F1} days");
        Near(Budget(board, "total mAh/day"), day.DrawnMilliampereHours);
        Near(Budget(board, "asleep uA") * 24 / 1000, day.AsleepMilliampereHours);
        Near(Budget(board, "panel"), day.PanelMilliampereHours, 0.08);
        Near(Budget(board, "awake mAh/day") + Budget(board, "CPU while shown"), day.AwakeMilliampereHours, 0.08);
    }

    [Theory]
    [InlineData("LiPo 500 mAh")]
    [InlineData("LiPo 1000 mAh")]
    [InlineData("3 x AAA alkaline")]
    public void The_reference_boards_battery_lasts_as_long_as_the_budget_says(string battery)
    {
        var model = new BatteryModel("reference", battery);
        Near(Budget("reference", battery + ", days"), model.DaysLeft(ADay(TestTokens.Hotp(), model)));
    }

    [Fact]
    public void What_is_gone_is_gone()
    {
        var model = new BatteryModel("reference", "LiPo 500 mAh");
        BatteryUse day = ADay(TestTokens.Hotp(), model);
        Assert.Equal(425, model.UsableMilliampereHours);
        Assert.Equal(model.DaysLeft(day) / 2, model.DaysLeft(day, 212.5), 6);
        Assert.Equal(0, model.DaysLeft(day, 500));
    }

    [Fact]
    public void Less_contrast_and_an_open_line_move_the_right_share()
    {
        BatteryUse full = ADay(TestTokens.Hotp(), new BatteryModel("reference", "LiPo 500 mAh", contrast: 255));
        BatteryUse dim = ADay(TestTokens.Hotp(), new BatteryModel("reference", "LiPo 500 mAh"));
        Assert.Equal(full.AwakeMilliampereHours, dim.AwakeMilliampereHours);
        Assert.InRange(dim.PanelMilliampereHours / full.PanelMilliampereHours, 0.38, 0.40); // (1 + 29 × 0.15 × 64 / 255) / 5.35

        VirtualToken token = TestTokens.Hotp();
        PowerSample before = PowerSample.Of(token.Board);
        token.Hold(TimeSpan.FromSeconds(11));
        token.FallAsleep();
        BatteryUse service = new BatteryModel("reference", "LiPo 500 mAh").Use(before, PowerSample.Of(token.Board));
        Near(36 * 311 / 3600.0, service.AwakeMilliampereHours);
    }

    [Fact]
    public void The_boot_of_the_virtual_board_does_not_count_twice()
    {
        var model = new BatteryModel("reference", "LiPo 500 mAh");
        BatteryUse quick = ADay(TestTokens.Hotp(new BoardOptions { StartsAt = TestTokens.Start, BootTime = TimeSpan.FromMilliseconds(200) }), model);
        BatteryUse slow = ADay(TestTokens.Hotp(new BoardOptions { StartsAt = TestTokens.Start, BootTime = TimeSpan.FromMilliseconds(900) }), model);
        Near(quick.AwakeMilliampereHours, slow.AwakeMilliampereHours, 0.05);
    }

    [Fact]
    public void An_unknown_board_or_battery_is_refused_with_the_names_there_are()
    {
        Assert.Contains("reference", Assert.Throws<ArgumentException>(() => new BatteryModel("referense", "LiPo 500 mAh")).Message, StringComparison.Ordinal);
        Assert.Contains("LiPo 1000 mAh", Assert.Throws<ArgumentException>(() => new BatteryModel("reference", "LiPo")).Message, StringComparison.Ordinal);
    }

    private static BatteryUse ADay(VirtualToken token, BatteryModel model)
    {
        PowerSample before = PowerSample.Of(token.Board);
        DateTimeOffset begin = token.Now;
        for (int press = 0; press < PressesADay; press++)
        {
            token.Press();
            token.AdvanceTo(begin + ((press + 1) * TimeSpan.FromDays(1) / PressesADay));
        }

        return model.Use(before, PowerSample.Of(token.Board));
    }

    private static void Near(double expected, double actual, double share = 0.04) =>
        Assert.InRange(actual, expected * (1 - share), expected * (1 + share));

    /// <summary>A cell of the budget's table.</summary>
    private static double Budget(string board, string column)
    {
        string[] head = Cells(Rows.First(row => row.StartsWith("| board |", StringComparison.Ordinal)));
        string[] row = Cells(Rows.First(row => row.StartsWith($"| {board} |", StringComparison.Ordinal)));
        return double.Parse(row[Array.IndexOf(head, column)], CultureInfo.InvariantCulture);
    }

    private static string[] Cells(string row) => [.. row.Split('|').Select(cell => cell.Trim())];

    private static string BudgetPath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "hardware", "power", "POWER.md");
}
