using HwToken.Core.Otp;
using HwToken.Simulator.Clocks;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;
using HwToken.TokenPage.Store.Leases;

namespace HwToken.TokenPage.Tests.Leases;

/// <summary>A lease desk over a ledger in a folder of its own, and a true time in the test's hands.</summary>
internal sealed class LeaseBench : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private LeaseLedger _ledger;

    public LeaseBench(WatchedTime? time = null)
    {
        Time = time ?? NewTime();
        (Clock, _ledger, Desk) = Open();
    }

    public WatchedTime Time { get; private set; }

    public SharedClock Clock { get; private set; }

    public LeaseDesk Desk { get; private set; }

    public static WatchedTime NewTime()
    {
        var time = new WatchedTime();
        time.SetUtcNow(Start);
        return time;
    }

    /// <summary>A token whose secret follows from its number.</summary>
    public static FleetToken Token(OtpType type, int number = 0, int period = 30, ulong counter = 0) => new(
        $"DPHT{number:D8}", new OtpParameters(type, OtpAlgorithm.Sha1, 6, period, counter), [.. "1234567890123456"u8, .. BitConverter.GetBytes(number)]);

    public async Task<Lease> LeaseAsync(OtpType type, int tokens = 1)
    {
        await Desk.AddAsync("shop", [.. Enumerable.Range(0, tokens).Select(number => Token(type, number))]);
        return await Desk.AcquireAsync(new LeaseAsk("shop"));
    }

    /// <summary>Ends everything and begins again with what is in the folder.</summary>
    public void Restart(WatchedTime? time = null)
    {
        _ledger.Dispose();
        Time = time ?? Time;
        (Clock, _ledger, Desk) = Open();
    }

    /// <summary>Waits until somebody waits for true time, then lets it pass.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        await Time.TimerSet;
        Time.Advance(span);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private (SharedClock Clock, LeaseLedger Ledger, LeaseDesk Desk) Open()
    {
        var clock = new SharedClock(Time);
        var ledger = new LeaseLedger(_folder["leases.db"], clock);
        return (clock, ledger, new LeaseDesk(ledger, clock));
    }
}
