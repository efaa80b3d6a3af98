using Aspire.Hosting.ApplicationModel;

namespace HwToken.Aspire.Hosting;

/// <summary>A simulator of OATH tokens that runs beside the services: the tool <c>hwtoken-sim</c>. Its connection string is its address.</summary>
/// <param name="name">Name of the resource.</param>
/// <param name="command">The tool.</param>
/// <param name="workingDirectory">Where it runs.</param>
public sealed class HwTokenSimulatorResource(string name, string command, string workingDirectory) : ExecutableResource(name, command, workingDirectory), IResourceWithConnectionString
{
    /// <summary>Name of its endpoint.</summary>
    internal const string EndpointName = "http";

    /// <summary>Where it answers, on this computer alone.</summary>
    public EndpointReference Endpoint => new(this, EndpointName);

    /// <summary>Its address, such as <c>http://localhost:5080</c>.</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Endpoint.Property(EndpointProperty.Url)}");

    /// <summary>Where it keeps tokens and spent codes; null: in a temporary folder that is gone with it.</summary>
    internal string? DataFolder { get; set; }

    /// <summary>Its arguments.</summary>
    /// <param name="port">The port.</param>
    internal IEnumerable<string> Arguments(int port) =>
        ["sim", "--url", FormattableString.Invariant($"http://localhost:{port}"), .. DataFolder is { } folder ? ["--data", folder] : (string[])["--temporary"]];
}
