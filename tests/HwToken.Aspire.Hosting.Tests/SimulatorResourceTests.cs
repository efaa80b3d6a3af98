using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace HwToken.Aspire.Hosting.Tests;

/// <summary>What stands in an application's model.</summary>
public sealed class SimulatorResourceTests
{
    [Fact]
    public async Task It_runs_the_tool_on_the_port_that_its_connection_string_names()
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();
        HwTokenSimulatorResource simulator = builder.AddHwTokenSimulator("otp").Resource;
        EndpointAnnotation endpoint = Assert.Single(simulator.Annotations.OfType<EndpointAnnotation>());
        Assert.Equal(("hwtoken-sim", "http", false), (simulator.Command, endpoint.UriScheme, endpoint.IsProxied));
        Assert.Equal(endpoint.Port, endpoint.TargetPort);
        Assert.Equal(["sim", "--url", $"http://localhost:{endpoint.Port}", "--temporary"], await ArgumentsAsync(simulator));
        Assert.Equal("{otp.bindings.http.url}", simulator.ConnectionStringExpression.ValueExpression);
    }

    [Fact]
    public async Task Port_tool_and_data_folder_can_be_named()
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();
        HwTokenSimulatorResource simulator = builder.AddHwTokenSimulator("otp", port: 5099, command: "/opt/hwtoken-sim").WithDataFolder("tokens").Resource;
        Assert.Equal("/opt/hwtoken-sim", simulator.Command);
        Assert.Equal(["sim", "--url", "http://localhost:5099", "--data", Path.GetFullPath("tokens", builder.AppHostDirectory)], await ArgumentsAsync(simulator));
    }

    [Fact]
    public void It_has_a_health_check_and_is_in_no_manifest()
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();
        HwTokenSimulatorResource simulator = builder.AddHwTokenSimulator("otp").Resource;
        Assert.Single(simulator.Annotations.OfType<HealthCheckAnnotation>());
        Assert.Contains(ManifestPublishingCallbackAnnotation.Ignore, simulator.Annotations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void A_port_that_is_none_is_refused(int port) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(port), () => DistributedApplication.CreateBuilder().AddHwTokenSimulator("otp", port));

    private static async Task<string[]> ArgumentsAsync(HwTokenSimulatorResource simulator)
    {
        var context = new CommandLineArgsCallbackContext([], simulator, TestContext.Current.CancellationToken);
        foreach (CommandLineArgsCallbackAnnotation annotation in simulator.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        return [.. context.Args.Select(argument => argument.ToString()!)];
    }
}
