using System.Xml.Linq;

namespace HwToken.Service.Tests.Deploy;

/// <summary>What <c>dotnet publish</c> is told. Publishing itself takes minutes and packages; it is tried by hand (README).</summary>
public sealed class PublishTests
{
    [Theory]
    [InlineData("PublishSingleFile")]
    [InlineData("SelfContained")]
    [InlineData("IncludeNativeLibrariesForSelfExtract")]
    [InlineData("PublishReadyToRun")]
    public void A_publication_is_one_file_that_needs_nothing_beside_it(string property) => Assert.Equal("true", Property(property));

    [Fact]
    public void A_container_runs_as_nobody_in_particular() => Assert.Equal("app", Property("ContainerUser"));

    private static string? Property(string name) =>
        XDocument.Parse(Project.Read("hostsim", "HwToken.Service", "HwToken.Service.csproj")).Descendants(name).SingleOrDefault()?.Value;
}
