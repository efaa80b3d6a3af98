using Microsoft.Extensions.FileProviders;

namespace HwToken.Http.Tests;

public sealed class RoomFileVersionsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hwtoken-versions-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Another_content_has_another_address_and_the_same_content_the_same()
    {
        string first = AddressOf("body { color: red }");
        Assert.StartsWith("/place/one.css?v=", first, StringComparison.Ordinal);
        Assert.NotEqual(first, AddressOf("body { color: blue }"));
        Assert.Equal(first, AddressOf("body { color: red }"));
    }

    [Theory]
    [InlineData("/place/two.css")]
    [InlineData("/elsewhere/one.css")]
    public void What_is_no_file_of_a_room_keeps_its_address(string path) => Assert.Equal(path, AddressOf("", path));

    /// <summary>The address that a program's pages have when it carries <c>one.css</c> with this content.</summary>
    private string AddressOf(string content, string path = "/place/one.css")
    {
        File.WriteAllText(Path.Combine(folder.FullName, "one.css"), content);
        using var files = new PhysicalFileProvider(folder.FullName);
        var versions = new RoomFileVersions();
        versions.Add("/place", files);
        return versions.AddFileVersionToPath("", path);
    }
}
