using HwToken.Core.Otp;
using HwToken.Simulator.Leases;

namespace HwToken.TokenPage.Tests.Leases;

/// <summary>On true time nothing is moved: HOTP comes at once, TOTP once a time step.</summary>
public sealed class TrueTimeTests : IDisposable
{
    private static readonly CodeAsk NoWait = new() { Wait = TimeSpan.Zero };

    private readonly LeaseBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task HOTP_comes_at_once_each_counter_once()
    {
        Lease lease = await bench.LeaseAsync(OtpType.Hotp);
        for (ulong counter = 0; counter < 50; counter++)
        {
            LeasedCode code = await bench.Desk.CodeAsync(lease.Id, NoWait);
            Assert.True(code.MovingFactor >= counter);
            Assert.Equal(OtpCode.Format(lease.Token.NewGenerator().Compute(code.MovingFactor), 6), code.Code);
        }
    }

    [Fact]
    public async Task TOTP_is_told_once_a_step_and_the_refusal_says_when_the_next_one_comes()
    {
        Lease lease = await bench.LeaseAsync(OtpType.Totp);
        LeasedCode first = await bench.Desk.CodeAsync(lease.Id, NoWait);
        Assert.Equal((ulong)(LeaseBench.Start.ToUnixTimeSeconds() / 30), first.MovingFactor);

        bench.Time.Advance(TimeSpan.FromSeconds(10));
        LeaseException refused = await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.CodeAsync(lease.Id, NoWait));
        Assert.Equal(LeaseFault.NotYet, refused.Fault);
        Assert.Equal(TimeSpan.FromSeconds(20), refused.RetryAfter);

        bench.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(first.MovingFactor + 1, (await bench.Desk.CodeAsync(lease.Id, NoWait)).MovingFactor);
    }

    [Fact]
    public async Task A_request_that_waits_gets_the_next_steps_code_when_it_begins()
    {
        Lease lease = await bench.LeaseAsync(OtpType.Totp);
        LeasedCode first = await bench.Desk.CodeAsync(lease.Id, NoWait);
        Task<LeasedCode> second = bench.Desk.CodeAsync(lease.Id, new CodeAsk());
        await bench.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(first.MovingFactor + 1, (await second).MovingFactor);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    [InlineData(29, false)]
    public async Task No_code_comes_in_the_last_seconds_of_a_step(int seconds, bool isTold)
    {
        Lease lease = await bench.LeaseAsync(OtpType.Totp);
        bench.Time.Advance(TimeSpan.FromSeconds(seconds));
        Task<LeasedCode> asked = bench.Desk.CodeAsync(lease.Id, NoWait);
        if (isTold)
        {
            await asked;
        }
        else
        {
            Assert.Equal(TimeSpan.FromSeconds(30 - seconds), (await Assert.ThrowsAsync<LeaseException>(() => asked)).RetryAfter);
        }
    }

    [Fact]
    public async Task With_all_tokens_leased_the_next_holder_waits_until_one_is_released_or_runs_out()
    {
        Lease lease = await bench.LeaseAsync(OtpType.Hotp);
        LeaseException refused = await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.AcquireAsync(new LeaseAsk("shop") { Wait = TimeSpan.Zero }));
        Assert.Equal((LeaseFault.NoTokenFree, TimeSpan.FromMinutes(2)), (refused.Fault, refused.RetryAfter));

        Task<Lease> second = bench.Desk.AcquireAsync(new LeaseAsk("shop") { Lifetime = TimeSpan.FromMinutes(1) });
        await bench.Desk.ReleaseAsync(lease.Id);
        Assert.Equal(lease.Token, (await second).Token);

        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Lease third = await bench.Desk.AcquireAsync(new LeaseAsk("shop") { Wait = TimeSpan.Zero });
        Assert.Equal(LeaseFault.NoSuchLease, (await Assert.ThrowsAsync<LeaseException>(async () => await bench.Desk.CodeAsync((await second).Id, NoWait))).Fault);
        Assert.Equal(lease.Token, third.Token);
    }

    [Fact]
    public async Task A_press_shows_the_firmwares_own_code_and_its_hold_off_holds()
    {
        Lease lease = await bench.LeaseAsync(OtpType.Hotp);
        var press = NoWait with { IsPressed = true };
        LeasedCode first = await bench.Desk.CodeAsync(lease.Id, press);
        Assert.Equal(OtpCode.Format(lease.Token.NewGenerator().Compute(first.MovingFactor), 6), first.Code);
        Assert.Equal(0ul, first.MovingFactor);
        Assert.InRange((await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.CodeAsync(lease.Id, press))).RetryAfter!.Value.TotalSeconds, 30, 33);

        bench.Time.Advance(TimeSpan.FromSeconds(33));
        Assert.Equal(1ul, (await bench.Desk.CodeAsync(lease.Id, press)).MovingFactor);
        Assert.Equal(2ul, (await bench.Desk.CodeAsync(lease.Id, NoWait)).MovingFactor);
    }
}
