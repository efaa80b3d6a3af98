using NanoBoard;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>The stock image starts its radio at every wake unless its configuration says otherwise; the self-test tells.</summary>
public class RadioTests
{
    [Fact]
    public void A_radio_that_was_left_on_is_told_by_the_self_test_and_on_the_line()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Flash.DeleteFile("con_WN1_0.sys");
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("SELF-TEST", token.Read().Lines[0]);
        Assert.Contains("RADIO   ON", token.Read().Lines);
        token.Advance(TimeSpan.FromSeconds(5));
        token.OpenService();
        Assert.Equal("OK SELFTEST RADIO", token.Say("SELFTEST"));
    }

    [Fact]
    public void A_radio_that_is_switched_off_is_not_mentioned()
    {
        VirtualToken token = TestTokens.Hotp();
        token.OpenService();
        Assert.Equal("OK SELFTEST", token.Say("SELFTEST"));
    }
}
