using HwToken.Firmware.Board;
using HwToken.Firmware.Token;
using HwToken.NFUnitTest.Fakes;
using Xunit;

namespace HwToken.Firmware.Tests.Memory;

/// <summary>What a press leaves for the collector: the device has some 80 KB in all.</summary>
public class PressMemoryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_press_allocates_little(bool isHotp)
    {
        FakeBoard board = isHotp ? Samples.HotpBoard(0) : Samples.TotpBoard();
        Press(board);
        board.Pass(61);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Press(board);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{allocated} bytes");
        
        // On 64 bits, where an array costs 24 bytes more than its content. A quarter of it are the bitmaps of the six digits, made for this press alone.
        Assert.InRange(allocated, 1, 5120);
    }

    private static void Press(FakeBoard board)
    {
        board.FakePower.Cause = WakeCause.Button;
        new TokenDevice(board).Run();
    }
}
