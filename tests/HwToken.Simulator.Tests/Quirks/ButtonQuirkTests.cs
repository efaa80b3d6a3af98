using NanoBoard;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests.Quirks;

/// <summary>The firmware reads the button's level and takes no edge events, so a wake by a press that is long over counts like any other.</summary>
public class ButtonQuirkTests
{
    [Theory]
    [InlineData(0, 120)]
    [InlineData(3, 120)]
    [InlineData(10, 1000)]
    [InlineData(25, 1000)]
    [InlineData(25, 1900)]
    [InlineData(3, 5)]
    public void One_press_makes_one_code_whatever_the_contact_does(int bounceMilliseconds, int pressMilliseconds)
    {
        VirtualToken token = TestTokens.Hotp(new BoardOptions { StartsAt = TestTokens.Start, ButtonBounce = TimeSpan.FromMilliseconds(bounceMilliseconds) });
        for (ulong press = 0; press < 20; press++)
        {
            Assert.Equal(TestTokens.Code(press), token.Hold(TimeSpan.FromMilliseconds(pressMilliseconds)).Code);
            token.Advance(TimeSpan.FromSeconds(33));
        }
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(9)]
    [InlineData(15)]
    public void A_finger_that_stays_on_the_button_does_not_wake_the_chip_again(double seconds)
    {
        VirtualToken token = TestTokens.Hotp();
        long wakes = token.Board.Counters.Wakes;
        token.Hold(TimeSpan.FromSeconds(seconds));
        token.FallAsleep();
        Assert.InRange(token.Board.Counters.Wakes - wakes, 1, 2); // the press, and the timer that clears the panel
        Assert.Equal(0UL, token.StoredState!.NextFactor);
    }

    [Fact]
    public void A_wake_without_a_pressed_button_is_told_apart_by_its_cause_and_not_by_its_pin()
    {
        VirtualToken token = TestTokens.Hotp();
        Assert.Equal("755224", token.Press().Code);
        token.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
        Assert.Equal(1UL, token.StoredState!.NextFactor);
    }
}
