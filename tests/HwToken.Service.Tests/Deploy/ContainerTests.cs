using System.Xml.Linq;

namespace HwToken.Service.Tests.Deploy;

/// <summary>What <c>dotnet publish -t:PublishContainer</c> is told. No container was ever made here.</summary>
public sealed class ContainerTests
{
    [Fact]
    public void A_container_runs_as_nobody_in_particular() => Assert.Equal("app", Property("ContainerUser"));

    private static string? Property(string name) =>
        XDocument.Parse(Project.Read("hostsim", "HwToken.Service", "HwToken.Service.csproj")).Descendants(name).SingleOrDefault()?.Value;
}
