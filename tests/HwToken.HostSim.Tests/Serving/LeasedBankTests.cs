using System.Collections.Concurrent;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Demo;
using HwToken.HostSim.Scenarios;
using HwToken.HostSim.Serving;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;
using HwToken.Validation;

namespace HwToken.HostSim.Tests.Serving;

/// <summary>Workers with leased codes at the demonstration bank's own pages: password, code, in.</summary>
public sealed class LeasedBankTests : IDisposable
{
    private const int Workers = 16;
    private const int SignIns = 1000;
    private const string In = "/bank/account";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset BeginOfStep = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder data = new();
    private readonly List<byte[]> secrets = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Sixteen_workers_sign_in_a_thousand_times_and_no_code_is_told_twice_refused_or_locks_a_token()
    {
        await using ServeHost host = await StartAsync(new StandingTime(BeginOfStep));
        host.Simulation!.Clock.Set(null, rate: 0);
        LeaseDesk desk = await RegisterAsync(host, customers: 3);
        Dictionary<string, DemoAccount> owners = Owners(host);
        BankVisitor[] visitors = [.. Enumerable.Range(0, Workers).Select(_ => new BankVisitor(host.Url))];
        var told = new ConcurrentBag<(string, ulong)>();
        var refused = new ConcurrentBag<string>();
        int left = SignIns;
        await Task.WhenAll(visitors.Select(async visitor =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                Lease lease = await desk.AcquireAsync(new LeaseAsk("bank") { Wait = Patience, Lifetime = TimeSpan.FromHours(1), InHand = Patience }, Cancel);
                DemoAccount owner = owners[lease.Token.Id];
                string end = await visitor.SignInAsync(owner.Id, owner.Password, async () =>
                {
                    LeasedCode code = await desk.CodeAsync(lease.Id, new CodeAsk { Wait = Patience }, Cancel);
                    told.Add((code.CredentialId, code.MovingFactor));
                    return code.Code;
                });
                await desk.ReleaseAsync(lease.Id);
                if (end != In)
                {
                    refused.Add(end);
                }
            }
        }));
        Array.ForEach(visitors, visitor => visitor.Dispose());
        Assert.True(refused.IsEmpty, $"{refused.Count} refused, the first: {refused.FirstOrDefault()}");
        Assert.Equal(SignIns, told.Distinct().Count());
    }

    /// <summary>On true time: whatever second of a step a worker comes in, its code is good at the bank when it arrives there seconds later.</summary>
    [Fact]
    public async Task On_true_time_no_second_of_a_step_brings_a_code_that_the_bank_refuses()
    {
        var time = new LeapingTime(BeginOfStep);
        await using ServeHost host = await StartAsync(time);
        LeaseDesk desk = await RegisterAsync(host, customers: 3);
        DemoAccount owner = host.Demo!.Customers[2];
        FleetToken token = Tokens(host)[2];
        using var visitor = new BankVisitor(host.Url);
        Lease lease = await LeaseOf(desk, token.Id);
        foreach (int second in (int[])[0, 10, 20, 23, 24, 25, 26, 27, 28, 29])
        {
            DateTimeOffset step = DateTimeOffset.FromUnixTimeSeconds(((time.GetUtcNow().ToUnixTimeSeconds() / 30) + 2) * 30);
            time.SetUtcNow(step.AddSeconds(second));
            string end = await visitor.SignInAsync(owner.Id, owner.Password, async () =>
            {
                LeasedCode code = await desk.CodeAsync(lease.Id, new CodeAsk { Wait = Patience }, Cancel);

                // On its way until just before what the margin allows for.
                time.Advance(TimeSpan.FromSeconds(4.9));
                return code.Code;
            });
            Assert.True(end == In, $"second {second}: {end}");
        }
    }

    private Task<ServeHost> StartAsync(TimeProvider time)
    {
        var shortcuts = new DemoShortcuts(PasswordRounds: 1000, Waits: new EndedWaits(), Draw: count =>
        {
            byte[] drawn = RandomNumberGenerator.GetBytes(count);
            if (count == 20)
            {
                secrets.Add([.. drawn]);
            }

            return drawn;
        });
        return ServeHost.StartAsync(new ServeSettings(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = data.Path, Time = time }, IsDemo: true, shortcuts), Cancel);
    }

    /// <summary>Puts the customers' tokens into a pool, and each registers its own at the bank.</summary>
    private async Task<LeaseDesk> RegisterAsync(ServeHost host, int customers)
    {
        LeaseDesk desk = host.Simulation!.Desk;
        await desk.AddAsync("bank", [.. Tokens(host).Take(customers)]);
        foreach ((string id, DemoAccount owner) in Owners(host).Take(customers))
        {
            using var visitor = new BankVisitor(host.Url);
            Lease lease = await LeaseOf(desk, id);
            Assert.Equal("/bank/register", await visitor.SendAsync("/bank/sign-in?for=register", ("for", "register"), ("user", owner.Id), ("password", owner.Password)));
            string[] codes = [(await desk.CodeAsync(lease.Id, new CodeAsk { Wait = Patience }, Cancel)).Code, (await desk.CodeAsync(lease.Id, new CodeAsk { Wait = Patience }, Cancel)).Code];
            await visitor.SendAsync("/bank/register", ("id", id), ("code", codes[1]), ("code1", codes[0]), ("code2", codes[1]));
            await desk.ReleaseAsync(lease.Id);
        }

        return desk;
    }

    /// <summary>Leases tokens until it is the one that is wanted; the others are given back.</summary>
    private static async Task<Lease> LeaseOf(LeaseDesk desk, string id)
    {
        var others = new List<Lease>();
        Lease lease;
        while ((lease = await desk.AcquireAsync(new LeaseAsk("bank") { Lifetime = TimeSpan.FromHours(12) }, Cancel)).Token.Id != id)
        {
            others.Add(lease);
        }

        foreach (Lease other in others)
        {
            await desk.ReleaseAsync(other.Id);
        }

        return lease;
    }

    private FleetToken[] Tokens(ServeHost host) =>
    [
        .. host.Demo!.TokenIds.Select((id, number) => new FleetToken(id, new OtpParameters(number == 0 ? OtpType.Hotp : OtpType.Totp, OtpAlgorithm.Sha1, 6, OtpParameters.DefaultPeriodSeconds, 0), [.. secrets[number]])),
    ];

    private static Dictionary<string, DemoAccount> Owners(ServeHost host) => host.Demo!.TokenIds.Zip(host.Demo.Customers).ToDictionary(pair => pair.First, pair => pair.Second);
}
