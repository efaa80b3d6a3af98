using HwToken.Rack.Live;
using HwToken.Rack.Store;
using HwToken.Simulator;

namespace HwToken.TokenPage.Tests;

/// <summary>What happens to a token while it is saved.</summary>
public class SavedTokenTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(20, 157.2)]
    [InlineData(-20, -157.2)]
    [InlineData(0, 0)]
    public void The_clock_chip_keeps_its_rate_while_no_program_runs(double ppm, double seconds)
    {
        SavedToken saved = SavedToken.Of(Token(ppm), Start, powered: false);
        DateTimeOffset later = Start + TimeSpan.FromDays(91);
        VirtualToken taken = saved.Rebuild(TokenSlot.NewBoard(saved.TimeAt(later)));
        Assert.InRange((taken.Board.Rtc.Time!.Value - later).TotalSeconds, seconds - 1, seconds + 1);
        Assert.Equal(ppm, taken.Board.Rtc.Ppm);
    }

    private static VirtualToken Token(double ppm)
    {
        var token = new VirtualToken(TokenSlot.NewBoard(Start));
        token.Board.Rtc.SetTime(Start);
        token.Board.Rtc.Ppm = ppm;
        return token;
    }
}
