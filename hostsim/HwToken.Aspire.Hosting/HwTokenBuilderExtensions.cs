using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using HwToken.Aspire.Hosting;

namespace Aspire.Hosting;

/// <summary>Virtual OATH tokens in an application model.</summary>
public static class HwTokenBuilderExtensions
{
    private const string Health = "/sim/v1/clock";
    private const int MostPorts = 100;

    /// <summary>Adds a simulator of OATH tokens: runs <c>hwtoken-sim sim</c> as long as the application runs. Not part of a manifest: it is for tests.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Name of the resource, and of its connection string (its address).</param>
    /// <param name="port">The port, 1 to 65535; null: a free one.</param>
    /// <param name="command">The tool: a name on the PATH, or a path (<c>dotnet tool install hwtoken-sim --tool-path tools</c>), relative to the application host's folder.</param>
    /// <exception cref="ArgumentOutOfRangeException">The port is none.</exception>
    public static IResourceBuilder<HwTokenSimulatorResource> AddHwTokenSimulator(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, int? port = null, string command = "hwtoken-sim")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(command);
        ArgumentOutOfRangeException.ThrowIfLessThan(port ?? 1, 1, nameof(port));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port ?? 1, IPEndPoint.MaxPort, nameof(port));

        // No proxy before it: the simulator answers only requests that name its own address, so that no page of another site reaches it.
        int at = port ?? FreePort();
        var resource = new HwTokenSimulatorResource(name, ToolCommand.Whole(command, builder.AppHostDirectory), builder.AppHostDirectory);
        return builder.AddResource(resource)
            .WithArgs(context =>
            {
                foreach (string argument in resource.Arguments(at))
                {
                    context.Args.Add(argument);
                }
            })
            .WithHttpEndpoint(at, at, HwTokenSimulatorResource.EndpointName, isProxied: false)
            .WithHttpHealthCheck(Health, endpointName: HwTokenSimulatorResource.EndpointName)
            .OnBeforeResourceStarted((simulator, _, _) => ToolCommand.Exists(simulator.Command, Environment.GetEnvironmentVariable("PATH"))
                ? Task.CompletedTask
                : throw new DistributedApplicationException($"'{simulator.Command}' is not there. Install it (dotnet tool install -g hwtoken-sim), or say where it is: AddHwTokenSimulator(\"{simulator.Name}\", command: \"tools/hwtoken-sim\")."))
            .ExcludeFromManifest();
    }

    /// <summary>Keeps tokens and spent codes in a folder that outlasts the run.</summary>
    /// <param name="simulator">The simulator.</param>
    /// <param name="folder">The folder; relative to the application host's.</param>
    public static IResourceBuilder<HwTokenSimulatorResource> WithDataFolder(this IResourceBuilder<HwTokenSimulatorResource> simulator, string folder)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        simulator.Resource.DataFolder = Path.GetFullPath(folder, simulator.ApplicationBuilder.AppHostDirectory);
        return simulator;
    }

    /// <summary>
    /// A free port below those that systems give to whoever asks for any (Linux from 32768, others from 49152): until the simulator starts, nobody takes it by chance.
    /// </summary>
    private static int FreePort()
    {
        for (int tries = 1; ; tries++)
        {
            int port = Random.Shared.Next(20_000, 32_768);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException) when (tries < MostPorts)
            {
                // Taken.
            }
        }
    }
}
