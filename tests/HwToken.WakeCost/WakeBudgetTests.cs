namespace HwToken.WakeCost;

/// <summary>
/// What each kind of wake may cost the interpreter. The limits are what was asked of the first firmware that was counted; the table in
/// firmware/README.md shows where today's stands, and is written by this test (HWTOKEN_APPROVE=1).
/// </summary>
public sealed class WakeBudgetTests(MeasuredWakes wakes, ITestOutputHelper output) : IClassFixture<MeasuredWakes>
{
    [Fact]
    public void A_press_that_shows_a_new_code_costs_less_than_a_third_of_what_it_did() => Within(wakes.Press, First.Press, 0.30);

    [Fact]
    public void A_timer_wake_that_goes_dark_costs_next_to_nothing() => Within(wakes.Dark, First.Dark, 0.15);

    [Fact]
    public void Power_on_with_provisioning_costs_less_than_half_of_what_it_did() => Within(wakes.PowerOn, First.PowerOn, 0.46);

    [Fact]
    public void Nothing_was_moved_into_calls_that_the_counter_cannot_see()
    {
        Assert.InRange(wakes.Press.ApiCalls, 1, First.Press.ApiCalls);
        Assert.InRange(wakes.Dark.ApiCalls, 1, First.Dark.ApiCalls);
        Assert.InRange(wakes.PowerOn.ApiCalls, 1, First.PowerOn.ApiCalls);
        Assert.InRange(wakes.Press.FilesRead + wakes.Press.FlashSteps, 1, First.Press.FilesRead + First.Press.FlashSteps);
    }

    [Fact]
    public void A_press_stays_below_1100_bytes_on_the_bus() => Assert.InRange(wakes.Press.I2cBytes, 1, 1100);

    [Fact]
    public void A_press_makes_less_than_6_kilobytes_of_objects() => Assert.InRange(wakes.Press.Bytes, 1, 6 * 1024);

    [Fact]
    public void A_timer_wake_touches_no_file() => Assert.Equal(0, wakes.Dark.FilesRead + wakes.Dark.FlashSteps);

    [Fact]
    public void The_table_in_the_readme_is_what_was_counted()
    {
        output.WriteLine(wakes.Shares);
        Readme.Check("wake cost", wakes.Table);
    }

    private static void Within(WakeCost now, WakeCost first, double share) =>
        Assert.InRange(now.Instructions, 1, (long)(first.Instructions * share));
}
