namespace HwToken.Testing.Tests;

/// <summary>One clock for tokens and the system under test.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset Later = TestSimulator.Begins.AddYears(1);

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_follows_true_time_until_it_is_frozen_set_or_advanced(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        OtpClock clock = simulator.Otp.Clock;
        Assert.Equal((TestSimulator.Begins, false), (clock.GetUtcNow(), clock.IsVirtual));
        clock.Advance(TimeSpan.FromHours(1.5));
        Assert.Equal((TestSimulator.Begins.AddHours(1.5), true), (clock.GetUtcNow(), clock.IsVirtual));
        clock.SetTime(Later);
        Assert.Equal(Later, clock.GetUtcNow());
        clock.FollowTrueTime();
        Assert.Equal((TestSimulator.Begins, false), (clock.GetUtcNow(), clock.IsVirtual));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_system_that_goes_by_it_sees_the_step_of_each_code(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        TimeProvider system = simulator.Otp.Clock;
        simulator.Otp.Clock.SetTime(Later);
        await using OtpToken token = await simulator.Otp.TotpAsync();
        for (int n = 0; n < 3; n++)
        {
            OtpCode code = await token.NextCodeAsync();
            Assert.Equal(code.MovingFactor, (ulong)(system.GetUtcNow().ToUnixTimeSeconds() / 30));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_refuses_what_no_clock_shows(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        OtpClock clock = simulator.Otp.Clock;
        Assert.Equal(OtpFault.BadInput, Assert.Throws<OtpException>(() => clock.Advance(TimeSpan.Zero)).Fault);
        Assert.Equal(OtpFault.BadInput, Assert.Throws<OtpException>(() => clock.Advance(TimeSpan.FromDays(365 * 200))).Fault);
        Assert.Equal(OtpFault.BadInput, Assert.Throws<OtpException>(() => clock.SetTime(DateTimeOffset.UnixEpoch)).Fault);
        Assert.Equal(OtpFault.BadInput, Assert.Throws<OtpException>(() => clock.SetTime(Later, rate: 3601)).Fault);
    }
}
