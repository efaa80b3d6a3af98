using HwToken.Core.Otp;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;

namespace HwToken.TokenPage.Tests.Leases;

/// <summary>What a restart finds, and what a pool refuses.</summary>
public sealed class LedgerTests : IDisposable
{
    private static readonly CodeAsk NoWait = new() { Wait = TimeSpan.Zero };

    private readonly LeaseBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(OtpType.Hotp)]
    [InlineData(OtpType.Totp)]
    public async Task A_lease_and_its_spent_codes_outlive_a_restart(OtpType type)
    {
        Lease lease = await bench.LeaseAsync(type, tokens: 3);
        LeasedCode told = await bench.Desk.CodeAsync(lease.Id, NoWait);
        bench.Restart();
        Assert.Equal(new PoolView("shop", 3, 2, 0), bench.Desk.Pool("shop"));
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        LeasedCode next = await bench.Desk.CodeAsync(lease.Id, NoWait);
        Assert.Equal((told.CredentialId, told.MovingFactor + 1), (next.CredentialId, next.MovingFactor));
    }

    [Fact]
    public async Task The_same_seeds_may_be_given_at_every_start_and_go_on_where_they_were_even_after_their_pool_was_dropped()
    {
        Lease lease = await bench.LeaseAsync(OtpType.Hotp);
        await bench.Desk.CodeAsync(lease.Id, NoWait);
        Assert.Equal(0, await bench.Desk.AddAsync("shop", [LeaseBench.Token(OtpType.Hotp)]));
        await bench.Desk.DropAsync("shop");
        Assert.Equal(1, await bench.Desk.AddAsync("again", [LeaseBench.Token(OtpType.Hotp)]));
        lease = await bench.Desk.AcquireAsync(new LeaseAsk("again"));
        Assert.Equal(1ul, (await bench.Desk.CodeAsync(lease.Id, NoWait)).MovingFactor);
    }

    [Fact]
    public async Task One_secret_is_not_in_two_pools_and_not_twice_in_one_whatever_its_token_is_called()
    {
        await bench.LeaseAsync(OtpType.Hotp);
        FleetToken token = LeaseBench.Token(OtpType.Hotp);
        var twin = new FleetToken("OTHER-NAME", token.Parameters, token.Secret.ToArray());
        Assert.Equal(LeaseFault.SameSecret, (await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.AddAsync("other", [twin]))).Fault);
        FleetToken[] twice = [LeaseBench.Token(OtpType.Hotp, 7), LeaseBench.Token(OtpType.Hotp, 7)];
        Assert.Equal(LeaseFault.SameSecret, (await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.AddAsync("shop", twice))).Fault);
        Assert.Single(bench.Desk.Pools());
    }

    [Fact]
    public async Task The_counters_end_is_told_and_no_code_with_it()
    {
        await bench.Desk.AddAsync("old", [LeaseBench.Token(OtpType.Hotp, counter: ulong.MaxValue - 1)]);
        Lease lease = await bench.Desk.AcquireAsync(new LeaseAsk("old"));
        Assert.Equal(ulong.MaxValue - 1, (await bench.Desk.CodeAsync(lease.Id, NoWait)).MovingFactor);
        bench.Restart();
        Assert.Equal(LeaseFault.TokenRefused, (await Assert.ThrowsAsync<LeaseException>(() => bench.Desk.CodeAsync(lease.Id, NoWait))).Fault);
    }

    [Fact]
    public async Task Ten_thousand_tokens_at_rest_take_less_than_30_KB_each()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await bench.Desk.AddAsync("fleet", [.. Enumerable.Range(0, 10_000).Select(number => LeaseBench.Token(OtpType.Totp, number))]);
        long each = (GC.GetTotalMemory(forceFullCollection: true) - before) / 10_000;
        TestContext.Current.TestOutputHelper!.WriteLine($"{each} bytes a token");

        // Less than nothing when tests beside this one let go of more meanwhile.
        Assert.True(each < 30 * 1024, $"{each} bytes a token");
        bench.Restart();
        Assert.Equal(10_000, bench.Desk.Pool("fleet").Free);
    }

    [Fact]
    public async Task Sixteen_workers_get_no_code_twice()
    {
        await bench.Desk.AddAsync("shop", [.. Enumerable.Range(0, 8).Select(number => LeaseBench.Token(OtpType.Hotp, number))]);
        var told = new System.Collections.Concurrent.ConcurrentBag<(string, ulong)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancel) =>
        {
            Lease lease = await bench.Desk.AcquireAsync(new LeaseAsk("shop") { Wait = TimeSpan.FromMinutes(5) }, cancel);
            LeasedCode code = await bench.Desk.CodeAsync(lease.Id, NoWait, cancel);
            told.Add((code.CredentialId, code.MovingFactor));
            await bench.Desk.ReleaseAsync(lease.Id);
        });
        Assert.Equal(400, told.Distinct().Count());
    }
}
