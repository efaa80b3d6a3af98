using NanoBoard;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests;

/// <summary>The wake table of the design, row by row, on the virtual board: button in, pixels out.</summary>
public class WakeTableTests
{
    [Fact]
    public void A_press_outside_the_hold_off_shows_the_next_code()
    {
        VirtualToken token = TestTokens.Hotp();
        Assert.Equal("755224", token.Press().Code);
        token.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("287082", token.Press().Code);
    }

    [Fact]
    public void A_press_inside_the_hold_off_shows_the_same_code()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        token.Advance(TimeSpan.FromSeconds(10));
        long writes = token.Board.Counters.FlashOperations;
        Assert.Equal("755224", token.Press().Code);
        Assert.Equal(writes, token.Board.Counters.FlashOperations);
    }

    [Fact]
    public void When_the_hold_off_is_over_the_panel_is_cleared_and_off()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        token.Advance(TimeSpan.FromSeconds(27));
        Assert.Equal(ScreenContent.Code, token.Read().Content);
        token.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
        Assert.False(token.Board.Panel.On);
        Assert.DoesNotContain(token.Board.Panel.Snapshot(), b => b != 0);
    }

    [Fact]
    public void The_chip_sleeps_while_the_code_is_shown()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        Assert.Equal(BoardState.Asleep, token.Board.State);
        Assert.Equal(ScreenContent.Code, token.Read().Content);
    }

    [Fact]
    public void Power_lost_inside_the_hold_off_brings_the_same_code_back()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        token.Board.CutPower();
        token.Advance(TimeSpan.FromSeconds(5));
        token.PowerOn();
        token.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("755224", token.Press().Code);
    }

    [Fact]
    public void Power_lost_inside_the_hold_off_without_a_clock_chip_brings_the_next_code()
    {
        VirtualToken token = TestTokens.Hotp(new BoardOptions { StartsAt = TestTokens.Start, HasRtc = false });
        token.Press();
        token.Board.CutPower();
        token.PowerOn();
        token.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("287082", token.Press().Code);
    }

    [Fact]
    public void Held_for_2_s_shows_information_for_10_s_and_uses_no_counter_up()
    {
        VirtualToken token = TestTokens.Hotp();
        ulong? before = token.StoredState?.NextFactor;
        ScreenReading reading = token.Hold(TimeSpan.FromSeconds(3));
        Assert.Contains("DPHT 0000 0001", reading.Lines);
        Assert.Contains("HWTOKEN 1.0.0", reading.Lines);
        Assert.Equal(before, token.StoredState?.NextFactor);
        token.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(ScreenContent.Text, token.Read().Content);
        token.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
    }

    [Fact]
    public void The_information_screen_shows_while_the_finger_is_still_down()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Button.Down();
        token.Advance(TimeSpan.FromSeconds(2.5));
        Assert.Contains("DPHT 0000 0001", token.Read().Lines);
        token.Board.Button.Up();
    }

    [Fact]
    public void After_the_information_screen_a_press_inside_the_hold_off_brings_the_code_back()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        token.Hold(TimeSpan.FromSeconds(3));
        Assert.Equal("755224", token.Press().Code);
    }

    [Fact]
    public async Task Held_for_10_s_opens_the_line_for_5_min()
    {
        VirtualToken token = TestTokens.Hotp();
        Assert.Equal("SERVICE", token.Hold(TimeSpan.FromSeconds(10.5)).Lines[0]);
        var client = new Provisioning.ProvisioningClient(token.Wire);
        Assert.True((await client.HelloAsync()).IsLocked);
        token.Advance(TimeSpan.FromSeconds(280));
        Assert.True((await client.HelloAsync()).IsLocked);
        token.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
        Assert.Equal(BoardState.Asleep, token.Board.State);
    }

    [Fact]
    public void A_press_leaves_service_mode_with_a_code()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Hold(TimeSpan.FromSeconds(10.5));
        Assert.Equal("755224", token.Press().Code);
    }

    [Fact]
    public void Power_on_tests_itself_and_sleeps()
    {
        VirtualToken token = TestTokens.Totp();
        token.Board.CutPower();
        token.PowerOn();
        Assert.Equal("SELF-TEST", token.Read().Lines[0]);
        token.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
        Assert.Equal(BoardState.Asleep, token.Board.State);
    }

    [Fact]
    public void A_reset_does_the_same_as_power_on()
    {
        VirtualToken token = TestTokens.Totp();
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("SELF-TEST", token.Read().Lines[0]);
    }

    [Fact]
    public void A_blank_token_says_so_and_keeps_its_line_open_for_10_min()
    {
        var token = new VirtualToken(new BoardOptions { StartsAt = TestTokens.Start });
        token.PowerOn();
        Assert.Equal("NO KEY", token.Read().Lines[0]);
        token.Advance(TimeSpan.FromSeconds(590));
        Assert.Equal(BoardState.Awake, token.Board.State);
        token.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(BoardState.Asleep, token.Board.State);
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
        Assert.Equal("NO KEY", token.Press().Lines[0]);
    }

    [Fact]
    public void A_button_that_is_stuck_does_not_keep_the_chip_awake()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Button.Down();
        token.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(BoardState.Asleep, token.Board.State);
        long wakes = token.Board.Counters.Wakes;
        token.Advance(TimeSpan.FromHours(10));
        Assert.Equal(wakes, token.Board.Counters.Wakes);
        token.Board.Button.Up();
        token.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Fact]
    public void A_press_that_meets_the_end_of_the_hold_off_is_not_lost()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        token.AdvanceTo(token.Now + TimeSpan.FromSeconds(29));
        token.Board.Button.Press(TimeSpan.FromSeconds(1.9));
        token.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(ScreenContent.Code, token.Read().Content);
    }
}
