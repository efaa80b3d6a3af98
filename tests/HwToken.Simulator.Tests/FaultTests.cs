using NanoBoard;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests;

/// <summary>Each fault gives the right screen, and never a code that may be wrong.</summary>
public class FaultTests
{
    [Fact]
    public void A_stopped_clock_gives_e4_on_totp()
    {
        VirtualToken token = TestTokens.Totp();
        token.Board.Rtc.Stop();
        Assert.Equal(4, token.Press().Error);
    }

    [Fact]
    public void A_clock_that_lost_its_battery_gives_e4_on_totp_after_power_returns()
    {
        VirtualToken token = TestTokens.Totp();
        token.Board.CutPower();
        token.Board.Rtc.LoseBattery();
        token.PowerOn();
        Assert.Equal("E6 FAILED", token.Read().Lines[0]);
        token.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(4, token.Press().Error);
    }

    [Fact]
    public void A_missing_clock_gives_e4_on_totp_and_nothing_on_hotp()
    {
        VirtualToken totp = TestTokens.Totp();
        totp.Board.Rtc.IsConnected = false;
        Assert.Equal(4, totp.Press().Error);
        VirtualToken hotp = TestTokens.Hotp();
        hotp.Board.Rtc.IsConnected = false;
        Assert.Equal("755224", hotp.Press().Code);
    }

    [Fact]
    public void A_clock_that_jumped_back_gives_e5_after_a_code()
    {
        VirtualToken token = TestTokens.Totp();
        token.Press();
        token.Advance(TimeSpan.FromMinutes(5));
        token.Board.Rtc.Jump(-TimeSpan.FromMinutes(10));
        Assert.Equal(5, token.Press().Error);
        token.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Fact]
    public void A_missing_panel_loses_no_counter_to_a_crash()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Panel.IsConnected = false;
        token.Press();
        Assert.Equal(BoardState.Asleep, token.Board.State);
        token.Board.Panel.IsConnected = true;
        token.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Fact]
    public void A_volume_that_was_reformatted_gives_a_blank_token()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Flash.FailMount();
        Assert.Equal("NO KEY", token.Press().Lines[0]);
    }

    [Fact]
    public void A_stuck_bus_ends_in_sleep_not_in_a_hang()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Faults.I2cBusStuck = true;
        token.Press();
        token.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(BoardState.Asleep, token.Board.State);
        token.Board.Faults.I2cBusStuck = false;
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Fact]
    public void No_fault_above_made_the_firmware_misuse_the_platform()
    {
        VirtualToken token = TestTokens.Totp();
        token.Press();
        token.Hold(TimeSpan.FromSeconds(11));
        token.FallAsleep();
        Assert.Empty(token.Board.Misuses);
    }
}
