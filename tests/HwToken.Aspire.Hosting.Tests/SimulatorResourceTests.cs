using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

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

    [Fact]
    public void A_path_of_the_tool_is_relative_to_the_application_host()
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();
        Assert.Equal(Path.GetFullPath("tools/hwtoken-sim", builder.AppHostDirectory), builder.AddHwTokenSimulator("otp", command: "tools/hwtoken-sim").Resource.Command);
    }

    [Theory]
    [InlineData("hwtoken-sim-that-is-not-there")]
    [InlineData("nowhere/hwtoken-sim")]
    public async Task A_tool_that_is_missing_is_told_with_the_way_to_get_it(string command)
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();
        HwTokenSimulatorResource simulator = builder.AddHwTokenSimulator("otp", command: command).Resource;
        using IHost services = Host.CreateApplicationBuilder().Build();
        DistributedApplicationException told = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => builder.Eventing.PublishAsync(new BeforeResourceStartedEvent(simulator, services.Services), TestContext.Current.CancellationToken));
        Assert.Contains(command, told.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet tool install -g hwtoken-sim", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_is_found_on_the_search_path_and_at_its_place()
    {
        using var folder = new TempFolder();
        string tool = folder.Write("hwtoken-sim", "");
        string path = string.Join(Path.PathSeparator, folder["empty"], folder.Path);
        Assert.True(ToolCommand.Exists("hwtoken-sim", path));
        Assert.True(ToolCommand.Exists(tool, null));
        Assert.False(ToolCommand.Exists("hwtoken-sim", folder["empty"]));
        Assert.False(ToolCommand.Exists("hwtoken-sim", null));
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
