using NanoBoard;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>A challenge holds the stored counter: even where noise and clocks repeat, it does not.</summary>
public class ChallengeTests
{
    [Fact]
    public void Two_tokens_that_differ_in_their_counter_alone_make_different_challenges() => Assert.NotEqual(Challenge(presses: 0), Challenge(presses: 1));

    [Fact]
    public void Two_tokens_that_are_alike_in_everything_make_the_same_one() => Assert.Equal(Challenge(presses: 1), Challenge(presses: 1));

    /// <summary>The chip's noise follows the board's seed, and each power-on begins at the same moment of the system clock.</summary>
    private static string Challenge(int presses)
    {
        VirtualToken token = TestTokens.Hotp(new BoardOptions { StartsAt = TestTokens.Start, HasRtc = false });
        for (int press = 0; press < presses; press++)
        {
            token.Press();
            token.Advance(TimeSpan.FromSeconds(40));
        }

        token.AdvanceTo(TestTokens.Start.AddHours(1));
        token.Board.CutPower();
        token.PowerOn();
        token.Advance(TimeSpan.FromSeconds(10));
        token.OpenService();
        return token.Say("AUTH");
    }
}
