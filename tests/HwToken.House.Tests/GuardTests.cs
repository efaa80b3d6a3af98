using HwToken.Core;
using HwToken.Firmware.Board;
using NanoGuard;
using NanoGuard.Api;

namespace HwToken.House.Tests;

/// <summary>The guard on the compiled firmware: nothing in it can silently not run on the device.</summary>
public class GuardTests
{
    private static readonly string[] Firmware = [typeof(CredentialId).Assembly.Location, typeof(IBoard).Assembly.Location];

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
        string board = Path.Combine(AppContext.BaseDirectory, "HwToken.Board.dll");
        var found = SurfaceCheck.Compare(board, ApiList.Load(Path.Combine(House.Root, "hostsim", "HwToken.Board", "nanoframework-api.txt")));
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }
}
