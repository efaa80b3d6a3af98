using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Simulator.Power;
using HwToken.Simulator.Screens;
using NanoBoard;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>A battery that runs down: first the token asks, then it refuses, and it never writes flash below the flash's voltage.</summary>
public class BatteryTests
{
    [Fact]
    public void A_good_battery_shows_its_voltage_on_the_information_screen_and_on_the_line()
    {
        VirtualToken token = With(3950);
        Assert.Equal(ScreenContent.Code, token.Press().Content);
        Assert.Empty(token.Read().Lines);
        token.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains(token.Hold(TimeSpan.FromSeconds(3)).Lines, line => line.StartsWith("BATTERY  3.9", StringComparison.Ordinal));
        token.Advance(TimeSpan.FromSeconds(12));
        token.OpenService();
        string[] status = token.Say("STATUS").Split(' ');
        Assert.Equal(9, status.Length);
        Assert.InRange(int.Parse(status[^1], System.Globalization.CultureInfo.InvariantCulture), 3930, 3970);
    }

    [Fact]
    public async Task The_host_reads_the_voltage_from_the_status()
    {
        VirtualToken token = With(3800);
        token.OpenService();
        Assert.InRange((await new ProvisioningClient(token.Wire).StatusAsync()).BatteryMillivolts!.Value, 3780, 3820);
    }

    [Fact]
    public void Below_3_4_volts_the_code_comes_with_the_word_charge()
    {
        VirtualToken token = With(3360);
        ScreenReading screen = token.Press();
        Assert.Equal("755224", screen.Code);
        Assert.Equal(["CHARGE"], screen.Lines);
        token.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains(token.Hold(TimeSpan.FromSeconds(3)).Lines, line => line.StartsWith("CHARGE  3.3", StringComparison.Ordinal));
    }

    [Fact]
    public void Below_3_3_volts_there_is_no_code_no_count_and_no_write()
    {
        VirtualToken token = With(3250);
        long writes = token.Board.Flash.Operations;
        ScreenReading screen = token.Press();
        Assert.Equal((null, 10), (screen.Code, screen.Error));
        Assert.Equal("CHARGE", screen.Lines[0]);
        Assert.Equal(0UL, token.StoredState!.NextFactor);
        token.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);

        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("CHARGE", token.Read().Lines[0]);
        token.Advance(TimeSpan.FromSeconds(12));
        token.OpenService();
        foreach (string command in new[] { "SELFTEST", "SETTIME 1767225600 00", "ERASE 00" })
        {
            Assert.Equal("ERR 11 battery too low, charge it or change the cells", token.Say(command));
        }

        Assert.Equal(writes, token.Board.Flash.Operations);
        Charge(token, 4100);
        token.FallAsleep();
        Assert.Equal("755224", token.Press().Code);
    }

    [Fact]
    public void A_torn_write_and_a_provisioning_file_wait_for_a_charged_battery()
    {
        VirtualToken token = With(3250);
        token.Board.Flash.Truncate("state-a", 3);
        token.Board.Flash.WriteFile("provision.txt", [1, 2, 3]);
        long writes = token.Board.Flash.Operations;
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(writes, token.Board.Flash.Operations);
        Charge(token, 4000);
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("SELF-TEST", token.Read().Lines[0]);
        Assert.Null(token.Board.Flash.ReadFile("provision.txt"));
    }

    [Fact]
    public void Without_a_divider_the_voltage_is_unknown_and_nothing_is_refused()
    {
        VirtualToken token = TestTokens.Hotp();
        Assert.Equal(ScreenContent.Code, token.Press().Content);
        token.Advance(TimeSpan.FromSeconds(31));
        token.OpenService();
        Assert.EndsWith(" 0", token.Say("STATUS"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_divider_that_is_not_switched_on_reads_nothing()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Analog.Drive(34, () => 1600, switchPin: 26, switchOnLevel: false);
        Assert.Equal("755224", token.Press().Code);
    }

    [Fact]
    public void A_battery_empties_along_its_curve_until_the_token_asks_and_then_refuses()
    {
        VirtualToken token = TestTokens.Hotp();
        TokenBattery battery = token.FitBattery(charge: 0.06);
        Assert.Empty(token.Press().Lines);
        double before = battery.Charge;
        token.Advance(TimeSpan.FromDays(30));
        Assert.True(battery.Charge < before, "A month took nothing.");
        battery.Charge = 0.035;
        Assert.Equal(["CHARGE"], token.Press().Lines);
        battery.Charge = 0.01;
        token.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(10, token.Press().Error);
    }

    [Theory]
    [InlineData("LiPo 500 mAh")]
    [InlineData("3 x AAA alkaline")]
    public void A_curve_only_falls(string name)
    {
        VirtualToken token = TestTokens.Hotp();
        TokenBattery battery = token.FitBattery(name);
        int last = int.MaxValue;
        for (int percent = 100; percent >= 0; percent--)
        {
            battery.Charge = percent / 100.0;
            Assert.True(battery.Millivolts <= last);
            last = battery.Millivolts;
        }

        Assert.True(last < 3300);
    }

    private static VirtualToken With(int millivolts)
    {
        VirtualToken token = TestTokens.Hotp();
        Charge(token, millivolts);
        return token;
    }

    private static void Charge(VirtualToken token, int millivolts) => token.Board.Analog.Drive(34, () => millivolts / 2, switchPin: 26);
}
