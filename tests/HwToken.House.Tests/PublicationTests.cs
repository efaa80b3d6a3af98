using System.Xml.Linq;

namespace HwToken.House.Tests;

/// <summary>What <c>dotnet publish</c> is told of every program. Publishing itself takes minutes and packages; it is tried by hand (README).</summary>
public sealed class PublicationTests
{
    [Theory]
    [InlineData("PublishSingleFile")]
    [InlineData("SelfContained")]
    [InlineData("IncludeNativeLibrariesForSelfExtract")]
    [InlineData("PublishReadyToRun")]
    [InlineData("IsRidAgnostic")]
    public void A_publication_is_one_file_that_needs_nothing_beside_it(string property) =>
        Assert.Equal("true", XDocument.Parse(Project.Read("packaging", "OneFile.props")).Descendants(property).Single().Value);

    [Theory]
    [InlineData("hostsim", "HwToken.HostSim")]
    [InlineData("hostsim", "HwToken.Service")]
    [InlineData("tools", "HwToken.Tool")]
    public void Every_program_is_published_so(string folder, string program) =>
        Assert.Contains(XDocument.Parse(Project.Read(folder, program, program + ".csproj")).Descendants("Import"), import => import.Attribute("Project")?.Value == "../../packaging/OneFile.props");
}
