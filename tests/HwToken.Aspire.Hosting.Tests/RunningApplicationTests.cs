using System.Reflection;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace HwToken.Aspire.Hosting.Tests;

/// <summary>A whole application, run by Aspire's own orchestrator as a test of a user runs it, without its dashboard.</summary>
public sealed class RunningApplicationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task The_simulator_becomes_healthy_and_its_connection_string_reaches_it()
    {
        using CancellationTokenSource late = Late();
        IDistributedApplicationTestingBuilder builder = NewApplication();
        AddSimulator(builder);
        await using DistributedApplication app = await builder.BuildAsync(late.Token);
        await app.StartAsync(late.Token);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("otp", late.Token);
        string? url = await app.GetConnectionStringAsync("otp", late.Token);
        using var http = new HttpClient();
        using JsonDocument clock = JsonDocument.Parse(await http.GetStringAsync(url + "/sim/v1/clock", late.Token));
        Assert.Equal("true", clock.RootElement.GetProperty("mode").GetString());
        await app.StopAsync(late.Token);
    }

    [Fact]
    public async Task A_service_that_refers_to_it_is_told_its_address_and_takes_codes()
    {
        using CancellationTokenSource late = Late();
        IDistributedApplicationTestingBuilder builder = NewApplication();
        IResourceBuilder<HwTokenSimulatorResource> otp = AddSimulator(builder);
        builder.AddExecutable("shop", "dotnet", AppContext.BaseDirectory, "HwToken.TestKit.Shop.dll")
            .WithReference(otp)
            .WithEnvironment("HWTOKEN_SIM_URL", otp)
            .WaitFor(otp);
        await using DistributedApplication app = await builder.BuildAsync(late.Token);
        await app.StartAsync(late.Token);
        ResourceEvent ended = await app.ResourceNotifications.WaitForResourceAsync("shop", shop => shop.Snapshot.ExitCode is not null, late.Token);
        Assert.Equal(0, ended.Snapshot.ExitCode);
        await app.StopAsync(late.Token);
    }

    private static IResourceBuilder<HwTokenSimulatorResource> AddSimulator(IDistributedApplicationBuilder builder) =>
        builder.AddHwTokenSimulator("otp", command: Path.Combine(AppContext.BaseDirectory, "HwToken.HostSim"));

    private static IDistributedApplicationTestingBuilder NewApplication()
    {
        string orchestrator = typeof(RunningApplicationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "dcpclipath").Value!;
        if (!File.Exists(orchestrator))
        {
            Assert.Skip("Aspire's orchestrator is taken along for Linux on x64 alone.");
        }

        return DistributedApplicationTestingBuilder.Create("--DcpPublisher:DashboardPath=/none", "--DcpPublisher:DependencyCheckTimeout=600", "--DcpPublisher:KubernetesConfigReadRetryCount=6000", "--Logging:LogLevel:Default=None");
    }

    private static CancellationTokenSource Late()
    {
        var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        return late;
    }
}
