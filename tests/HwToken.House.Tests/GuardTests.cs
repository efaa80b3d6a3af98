using HwToken.Core;
using HwToken.Firmware.Board;
using NanoGuard;
using NanoGuard.Api;

namespace HwToken.House.Tests;

/// <summary>The guard on the compiled firmware: nothing in it can silently not run on the device.</summary>
public class GuardTests
{
    private static readonly string[] Firmware = [typeof(CredentialId).Assembly.Location, typeof(IBoard).Assembly.Location];

    private static readonly string Board = Path.Combine(AppContext.BaseDirectory, "NanoBoard.dll");

    private static readonly string BoardList = File.ReadAllText(Path.Combine(House.Root, "hostsim", "NanoBoard", "nanoframework-api.txt")).ReplaceLineEndings("\n");

    private static ApiList List => ApiList.Load(Path.Combine(House.Root, "firmware", "nanoframework-api.txt"));

    [Fact]
    public void The_firmware_uses_only_what_nanoFramework_has_and_its_interpreter_runs()
    {
        var found = Guard.Check(Firmware, List, new GuardOptions { RefuseMutableStatics = true });
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    [Fact]
    public void The_list_holds_only_what_the_firmware_uses() => Assert.Empty(ApiLister.Unused(Firmware, List));

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
