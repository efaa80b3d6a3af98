using System.Reflection;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace HwToken.Aspire.Hosting.Tests;

/// <summary>A whole application, run by Aspire's own orchestrator, without its dashboard.</summary>
public sealed class RunningApplicationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task The_simulator_becomes_healthy_and_its_connection_string_reaches_it()
    {
        string orchestrator = typeof(RunningApplicationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "orchestrator").Value!;
        if (!File.Exists(orchestrator))
        {
            Assert.Skip("Aspire's orchestrator is taken along for Linux on x64 alone.");
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = [$"--DcpPublisher:CliPath={orchestrator}", "--DcpPublisher:DashboardPath=/none", "--Logging:LogLevel:Default=None"],
            DisableDashboard = true,
        });
        IResourceBuilder<HwTokenSimulatorResource> otp = builder.AddHwTokenSimulator("otp", command: Path.Combine(AppContext.BaseDirectory, "HwToken.HostSim"));
        await using DistributedApplication app = builder.Build();
        await app.StartAsync(late.Token);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("otp", late.Token);
        string? url = await otp.Resource.ConnectionStringExpression.GetValueAsync(late.Token);
        using var http = new HttpClient();
        using JsonDocument clock = JsonDocument.Parse(await http.GetStringAsync(url + "/sim/v1/clock", late.Token));
        Assert.Equal("true", clock.RootElement.GetProperty("mode").GetString());
        await app.StopAsync(late.Token);
    }
}
