using System.Xml.Linq;
using HwToken.DeviceBuild;
using Mono.Cecil;
using NanoGuard;
using NanoGuard.Api;

namespace HwToken.House.Tests;

/// <summary>The lists of nanoFramework API: tight, without repetition, true to the card's core library, and kept by the virtual board.</summary>
public class ApiListTests
{
    private static readonly string Board = Path.Combine(AppContext.BaseDirectory, "NanoBoard.dll");

    private static readonly string BoardList = File.ReadAllText(DeviceSurface.BoardListPath).ReplaceLineEndings("\n");

    private static readonly ApiList FirmwareOwn = ApiList.Load(DeviceSurface.FirmwareListPath);

    [Fact]
    public void The_firmwares_list_holds_only_what_the_firmware_uses() => Assert.Empty(ApiLister.Unused([DeviceAssembly.Firmware(DeviceConfiguration.Debug).Path], FirmwareOwn));

    [Fact]
    public void No_line_stands_in_both_lists()
    {
        var board = ApiList.Parse(BoardList);
        Assert.Empty(FirmwareOwn.Members.Select(member => member.Text).Intersect(board.Members.Select(member => member.Text)));
        Assert.Empty(FirmwareOwn.Types.Select(type => type.Text).Intersect(board.Types.Select(type => type.Text)));
    }

    [Fact]
    public void What_is_refused_stands_in_the_boards_list_or_the_line_would_refuse_nothing()
    {
        var board = ApiList.Parse(BoardList).Members.Select(member => member.Text);
        Assert.Empty(ApiList.Load(DeviceSurface.RefusedListPath).Members.Select(member => member.Text).Except(board));
    }

    [Fact]
    public void Every_line_of_the_core_library_stands_in_the_real_one()
    {
        var real = ApiSurface.Print(DeviceSurface.CoreLibraryPath).Select(line => line.Trim()).ToHashSet();
        var listed = DeviceSurface.Known.Types.Where(type => type.Assembly == "mscorlib").Select(type => type.Text)
            .Concat(DeviceSurface.Known.Members.Where(member => member.Assembly == "mscorlib").Select(member => member.Text)).ToList();
        Assert.True(listed.Count > 80, $"Only {listed.Count} lines were compared.");
        Assert.DoesNotContain(listed, line => !real.Contains(line));
    }

    [Fact]
    public void The_core_library_is_the_one_that_the_device_build_pins()
    {
        using var core = AssemblyDefinition.ReadAssembly(DeviceSurface.CoreLibraryPath);
        string[] pinned = [.. new[] { "HwToken.Firmware", "NFUnitTest" }
            .SelectMany(project => XDocument.Load(Path.Combine(House.Root, "firmware", project, "packages.config")).Descendants("package"))
            .Where(package => (string)package.Attribute("id")! == "nanoFramework.CoreLibrary").Select(package => (string)package.Attribute("version")!)];
        Assert.Equal(2, pinned.Length);
        Assert.All(pinned, version => Assert.Equal(core.Name.Version.ToString(3), version));
    }

    [Fact]
    public void The_virtual_board_offers_nothing_that_the_real_one_lacks()
    {
        var found = SurfaceCheck.Compare(Board, ApiList.Parse(BoardList));
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    /// <summary>The list without a line is a device that lacks what the board offers.</summary>
    [Theory]
    [InlineData("  System.IO.File::Exists(System.String) : static System.Boolean", "no such member")]
    [InlineData("  nanoFramework.Hardware.Esp32.Sleep::StartDeepSleep() : static System.Void", "no such member")]
    [InlineData("  System.Device.Gpio.PinMode::InputPullUp : System.Device.Gpio.PinMode = 2", "no such member")]
    public void A_member_that_the_real_board_lacks_is_found(string line, string problem)
    {
        Assert.Contains(line + "\n", BoardList, StringComparison.Ordinal);
        var found = SurfaceCheck.Compare(Board, ApiList.Parse(BoardList.Replace(line + "\n", string.Empty, StringComparison.Ordinal)));
        var difference = Assert.Single(found);
        Assert.Equal(line.Trim(), difference.Line);
        Assert.Contains(problem, difference.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_the_board_holds_only_what_it_offers()
    {
        var offered = ApiSurface.Print(Board).Select(line => line.Trim().Replace("Nano.System.", "System.", StringComparison.Ordinal)).ToHashSet();
        Assert.DoesNotContain(ApiList.Parse(BoardList).Members, member => !offered.Contains(member.Text));
    }
}
