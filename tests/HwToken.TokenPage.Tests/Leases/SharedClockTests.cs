using HwToken.Core.Otp;
using HwToken.Simulator.Clocks;
using HwToken.Simulator.Leases;

namespace HwToken.TokenPage.Tests.Leases;

/// <summary>A clock with a time of its own: nobody waits, it is moved.</summary>
public sealed class SharedClockTests : IDisposable
{
    private static readonly CodeAsk NoWait = new() { Wait = TimeSpan.Zero };

    private readonly LeaseBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task TOTP_comes_at_once_and_the_clock_stands_in_the_codes_step()
    {
        bench.Clock.Set(LeaseBench.Start, rate: 0);
        Lease lease = await bench.LeaseAsync(OtpType.Totp);
        ulong step = (ulong)(LeaseBench.Start.ToUnixTimeSeconds() / 30);
        for (ulong n = 0; n < 20; n++)
        {
            LeasedCode code = await bench.Desk.CodeAsync(lease.Id, NoWait);
            Assert.Equal(step + n, code.MovingFactor);
            Assert.Equal(code.MovingFactor, (ulong)(bench.Clock.GetUtcNow().ToUnixTimeSeconds() / 30));
        }
    }

    [Fact]
    public async Task A_press_moves_the_clock_past_the_hold_off()
    {
        bench.Clock.Set(LeaseBench.Start, rate: 0);
        Lease lease = await bench.LeaseAsync(OtpType.Totp);
        var press = NoWait with { IsPressed = true };
        LeasedCode first = await bench.Desk.CodeAsync(lease.Id, press);
        LeasedCode second = await bench.Desk.CodeAsync(lease.Id, press);
        Assert.True(second.At - first.At >= TimeSpan.FromSeconds(30));
        Assert.True(second.MovingFactor > first.MovingFactor);
        Assert.Equal(OtpCode.Format(lease.Token.NewGenerator().Compute(second.MovingFactor), 6), second.Code);
    }

    [Fact]
    public async Task The_clock_is_not_moved_past_a_code_that_is_on_its_way_until_it_has_arrived()
    {
        bench.Clock.Set(LeaseBench.Start, rate: 0);
        Lease slow = await bench.LeaseAsync(OtpType.Totp, tokens: 2);
        Lease fast = await bench.Desk.AcquireAsync(new LeaseAsk("shop"));
        LeasedCode onItsWay = await bench.Desk.CodeAsync(slow.Id, NoWait);
        await bench.Desk.CodeAsync(fast.Id, NoWait);
        await bench.Desk.CodeAsync(fast.Id, NoWait);
        LeaseException refused = await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.CodeAsync(fast.Id, NoWait));
        Assert.Equal((LeaseFault.NotYet, TimeSpan.FromSeconds(5)), (refused.Fault, refused.RetryAfter));
        Assert.True(bench.Clock.GetUtcNow() < onItsWay.StepEnds + TimeSpan.FromSeconds(30));

        await bench.Desk.ReleaseAsync(slow.Id);
        await bench.Desk.CodeAsync(fast.Id, NoWait);
    }

    [Fact]
    public async Task A_code_that_nobody_says_more_of_holds_the_clock_for_its_time_only()
    {
        bench.Clock.Set(LeaseBench.Start, rate: 0);
        Lease silent = await bench.LeaseAsync(OtpType.Totp, tokens: 2);
        Lease other = await bench.Desk.AcquireAsync(new LeaseAsk("shop"));
        await bench.Desk.CodeAsync(silent.Id, NoWait);
        await bench.Desk.CodeAsync(other.Id, NoWait);
        await bench.Desk.CodeAsync(other.Id, NoWait);
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        await bench.Desk.CodeAsync(other.Id, NoWait);
    }

    [Fact]
    public async Task A_renewal_lets_go_of_the_clock_only_when_it_says_that_the_code_has_arrived()
    {
        bench.Clock.Set(LeaseBench.Start, rate: 0);
        Lease renewed = await bench.LeaseAsync(OtpType.Totp, tokens: 2);
        Lease other = await bench.Desk.AcquireAsync(new LeaseAsk("shop"));
        await bench.Desk.CodeAsync(renewed.Id, NoWait);
        await bench.Desk.CodeAsync(other.Id, NoWait);
        await bench.Desk.CodeAsync(other.Id, NoWait);
        await bench.Desk.RenewAsync(renewed.Id, TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.CodeAsync(other.Id, NoWait));

        await bench.Desk.RenewAsync(renewed.Id, TimeSpan.FromMinutes(1), hasArrived: true);
        await bench.Desk.CodeAsync(other.Id, NoWait);
    }

    [Fact]
    public void It_stands_runs_jumps_and_goes_by_true_time_again()
    {
        SharedClock clock = bench.Clock;
        clock.Set(LeaseBench.Start.AddYears(1), rate: 0);
        bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(LeaseBench.Start.AddYears(1), clock.GetUtcNow());

        clock.Set(null, rate: 60);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(LeaseBench.Start.AddYears(1).AddHours(1), clock.GetUtcNow());

        long revision = clock.Read().Revision;
        Assert.True(clock.TryMoveTo(LeaseBench.Start.AddYears(2)));
        Assert.Equal((LeaseBench.Start.AddYears(2), 60, revision + 1), (clock.Read().Now, clock.Read().Rate, clock.Read().Revision));

        clock.FollowTrueTime();
        Assert.Equal(bench.Time.GetUtcNow(), clock.GetUtcNow());
        Assert.False(clock.TryMoveTo(LeaseBench.Start.AddYears(3)));
    }

    [Fact]
    public async Task It_goes_on_after_a_restart_never_before_a_code_that_was_told()
    {
        bench.Clock.Set(LeaseBench.Start.AddYears(1), rate: 0);
        Lease lease = await bench.LeaseAsync(OtpType.Totp);
        LeasedCode last = await bench.Desk.CodeAsync(lease.Id, NoWait);
        last = await bench.Desk.CodeAsync(lease.Id, NoWait);
        bench.Restart();
        Assert.Equal(last.At, bench.Clock.GetUtcNow());
        Assert.True(bench.Clock.IsVirtual);
        Assert.Equal(last.MovingFactor + 1, (await bench.Desk.CodeAsync(lease.Id, NoWait)).MovingFactor);
    }
}
