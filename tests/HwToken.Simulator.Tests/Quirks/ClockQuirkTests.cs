using System.Globalization;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests.Quirks;

/// <summary>What may stand in a clock chip's registers that is no time, or not this token's: E4 and never a code.</summary>
public class ClockQuirkTests
{
    [Theory]
    [InlineData("31 February", "month=02 day=31")]
    [InlineData("30 February", "month=02 day=30")]
    [InlineData("31 April", "month=04 day=31")]
    [InlineData("29 February of a common year", "month=02 day=29")]
    [InlineData("day 0", "day=00")]
    [InlineData("day 32", "day=32")]
    [InlineData("month 0", "month=00")]
    [InlineData("month 13", "month=13")]
    [InlineData("hour 24", "hours=24")]
    [InlineData("minute 60", "minutes=60")]
    [InlineData("second 60", "seconds=60")]
    [InlineData("seconds that are no BCD", "seconds=1A")]
    [InlineData("minutes that are no BCD", "minutes=A1")]
    [InlineData("a year that is no BCD", "year=2F")]
    [InlineData("a month that is no BCD", "month=0B")]
    [InlineData("12-hour mode, morning", "hours=49")]
    [InlineData("12-hour mode, afternoon", "hours=69")]
    [InlineData("century bit set", "month=81")]
    [InlineData("all ones", "seconds=FF minutes=FF hours=FF day=FF month=FF year=FF")]
    [InlineData("all zeros", "seconds=00 minutes=00 hours=00 day=00 month=00 year=00")]
    public void A_clock_without_a_time_of_this_token_gives_e4_and_never_a_code(string what, string registers)
    {
        VirtualToken token = TestTokens.Totp();
        token.Press();
        token.Advance(TimeSpan.FromSeconds(61));
        foreach (string poke in registers.Split(' '))
        {
            string[] words = poke.Split('=');
            token.Board.Rtc.Poke(Array.IndexOf(Names, words[0]), byte.Parse(words[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }

        ulong before = token.StoredState!.NextFactor;
        ScreenReading screen = token.Press();
        Assert.True(screen.Error == 4, $"{what}: {screen.Describe()}");
        Assert.Null(screen.Code);
        Assert.Equal(before, token.StoredState!.NextFactor);

        // Nothing is lost: with the time set again the token goes on.
        token.Advance(TimeSpan.FromSeconds(61));
        token.Board.Rtc.SetTime(token.Now);
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Fact]
    public void A_chip_that_restarts_in_2000_gives_e4_by_its_flag_and_e5_without_it()
    {
        VirtualToken token = TestTokens.Totp();
        token.Board.CutPower();
        token.Board.Rtc.LoseBattery();
        token.PowerOn();
        token.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(4, token.Press().Error);
        token.Advance(TimeSpan.FromSeconds(61));
        token.Board.Rtc.Poke(0x0F, 0);
        Assert.Equal(5, token.Press().Error);
    }

    [Fact]
    public void A_hotp_token_does_not_mind()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Rtc.Poke(2, 0x69);
        Assert.Equal("755224", token.Press().Code);
        token.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("287082", token.Press().Code);
    }

    private static readonly string[] Names = ["seconds", "minutes", "hours", "weekday", "day", "month", "year"];
}
