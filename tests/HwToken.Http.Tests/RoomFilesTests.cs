using Microsoft.Extensions.FileProviders;

namespace HwToken.Http.Tests;

public class RoomFilesTests
{
    private static readonly IFileProvider Files = RoomFiles.Of(typeof(RoomFilesTests).Assembly);

    [Fact]
    public void A_file_is_found_inside_the_assembly()
    {
        using var reader = new StreamReader(Files.GetFileInfo("inside.txt").CreateReadStream());
        Assert.Equal("from inside\n", reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("outside.txt")]
    [InlineData("../RoomFilesTests.cs")]
    public void Nothing_else_is(string path) => Assert.False(Files.GetFileInfo(path).Exists);
}
