using NanoGuard.Reports;

namespace NanoGuard.Tests.Reports;

public class SourcePathsTests
{
    [Theory]
    [InlineData("src/App/Pin.cs", "src/App/Pin.cs")]
    [InlineData("/_/src/Pin.cs", "src/Pin.cs")]
    [InlineData("C:\\work\\app\\Pin.cs", "Pin.cs")]
    [InlineData("src\\App\\Pin.cs", "src/App/Pin.cs")]
    public void A_file_is_named_as_it_stands_below_the_root_or_bare(string file, string name) => Assert.Equal(name, new SourcePaths(".").Of(file));

    [Fact]
    public void The_root_is_taken_off_and_a_file_beside_it_keeps_none_of_its_folders()
    {
        using var folder = new TempFolder();
        var paths = new SourcePaths(folder["app"]);
        Assert.Equal("src/Pin.cs", paths.Of(folder["app", "src", "Pin.cs"]));
        Assert.Equal("Pin.cs", paths.Of(folder["apple", "Pin.cs"]));
    }
}
