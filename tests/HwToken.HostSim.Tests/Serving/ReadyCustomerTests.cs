using HwToken.Demo;
using HwToken.HostSim.Serving;
using HwToken.Simulator.Leases;
using HwToken.Validation;

namespace HwToken.HostSim.Tests.Serving;

/// <summary>Customers of the demonstration's bank for test suites.</summary>
public sealed class ReadyCustomerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TempFolder data = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Each_signs_in_with_the_ID_of_a_leased_token_the_password_that_is_told_and_a_code()
    {
        await using ServeHost host = await StartAsync(ready: 3);
        Assert.Contains(host.Lines, line => line.StartsWith("3 customers ready to sign in", StringComparison.Ordinal) && line.EndsWith(DemoWorld.ReadyPassword, StringComparison.Ordinal));
        host.Simulation!.Clock.Set(null, rate: 0);
        LeaseDesk desk = host.Simulation.Desk;
        Assert.Equal(3, desk.Pool(ReadyCustomers.Pool).Tokens);
        for (int n = 0; n < 4; n++)
        {
            using var visitor = new BankVisitor(host.Url);
            Lease lease = await desk.AcquireAsync(new LeaseAsk(ReadyCustomers.Pool) { Wait = Patience }, Cancel);
            string end = await visitor.SignInAsync(lease.Token.Id, DemoWorld.ReadyPassword, async () => (await desk.CodeAsync(lease.Id, new CodeAsk { Wait = Patience }, Cancel)).Code);
            Assert.Equal("/bank/account", end);
            await desk.ReleaseAsync(lease.Id);
        }
    }

    [Fact]
    public async Task Without_being_asked_for_there_is_none()
    {
        await using ServeHost host = await StartAsync(ready: 0);
        Assert.Empty(host.Simulation!.Desk.Pools());
        Assert.DoesNotContain(host.Lines, line => line.Contains(DemoWorld.ReadyPassword, StringComparison.Ordinal));
    }

    private Task<ServeHost> StartAsync(int ready) => ServeHost.StartAsync(
        new ServeSettings(
            new Uri("http://127.0.0.1:0"),
            new ValidationOptions { DataFolder = data.Path, Time = new StandingTime(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)) },
            IsDemo: true,
            new DemoShortcuts(PasswordRounds: 1000, Waits: new HostSim.Scenarios.EndedWaits()),
            ready),
        Cancel);
}
