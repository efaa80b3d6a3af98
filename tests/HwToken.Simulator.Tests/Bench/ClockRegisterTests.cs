using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Simulator.Screens;
using NanoBoard;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>A clock module that had another life: registers that another program left behind, and the year in which the chip's calendar goes astray.</summary>
public class ClockRegisterTests
{
    private const int Control = 0x0E;
    private const int Status = 0x0F;
    private const int Ageing = 0x10;

    [Fact]
    public async Task A_module_whose_oscillator_was_off_on_battery_keeps_its_time_after_provisioning()
    {
        VirtualToken token = await ProvisionedAsync(rtc => rtc.Poke(Control, 0x9C));
        token.Board.CutPower();
        token.Advance(TimeSpan.FromMinutes(1));
        token.PowerOn();
        Assert.Equal("SELF-TEST", token.Read().Lines[0]);
        token.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Theory]
    [InlineData(Control, 0x9C)] // oscillator off on battery
    [InlineData(Control, 0x5C)] // square wave on battery
    [InlineData(Control, 0x18)] // square wave instead of interrupts
    [InlineData(Control, 0x1F)] // both alarms enabled
    [InlineData(Status, 0x08)] // 32 kHz output
    [InlineData(Ageing, 0x7F)] // 12.7 ppm slow
    [InlineData(Ageing, 0x80)] // 12.8 ppm fast
    public async Task TIME_and_SETTIME_put_every_register_right_that_matters(int register, int value)
    {
        VirtualToken token = await ProvisionedAsync(rtc => rtc.Poke(register, (byte)value));
        AssertQuiet(token);
        token.Board.Rtc.Poke(register, (byte)value);
        token.OpenService();
        await new ProvisioningClient(token.Wire).SetTimeAsync(TestTokens.AdminKey, token.Now);
        AssertQuiet(token);
    }

    [Theory]
    [InlineData(Control, 0x9C)]
    [InlineData(Status, 0x08)]
    [InlineData(Ageing, 0x01)]
    public async Task SELFTEST_and_power_on_look_at_the_registers(int register, int value)
    {
        VirtualToken token = await ProvisionedAsync(_ => { });
        token.Board.Rtc.Poke(register, (byte)value);
        token.OpenService();
        Assert.Equal("ERR 10 self-test failed: clock", token.Say("SELFTEST"));
        token.FallAsleep();
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("CLOCK   FAIL", token.Read().Lines);

        // The time itself is right: codes go on until somebody mends the chip.
        token.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Fact]
    public async Task In_2100_codes_stay_right_over_the_29th_of_february_that_the_chip_counts()
    {
        var start = new DateTimeOffset(2100, 2, 28, 23, 50, 0, TimeSpan.Zero);
        VirtualToken token = await VirtualToken.ProvisionedAsync(new BoardOptions { StartsAt = start }, TestTokens.Credential(OtpType.Totp));
        foreach (DateTimeOffset at in new[] { start.AddMinutes(15), start.AddDays(1.5), start.AddDays(30), start.AddDays(400) })
        {
            token.AdvanceTo(at);
            string expected = TestTokens.Code(TimeStep.At(token.Now.AddSeconds(1).ToUnixTimeSeconds(), 30));
            Assert.Equal(expected, token.Press().Code);
        }

        token.Advance(TimeSpan.FromSeconds(40));
        token.OpenService();
        Assert.Equal(token.Now.ToUnixTimeSeconds(), (await new ProvisioningClient(token.Wire).GetTimeAsync()).ToUnixTimeSeconds(), 1.0);
        DateTimeOffset set = token.Now;
        await new ProvisioningClient(token.Wire).SetTimeAsync(TestTokens.AdminKey, set);
        Assert.Equal(token.Now.ToUnixTimeSeconds(), token.Board.Rtc.Time!.Value.ToUnixTimeSeconds(), 1.0);
    }

    private static async Task<VirtualToken> ProvisionedAsync(Action<NanoBoard.Chips.Ds3231Chip> spoil)
    {
        var token = new VirtualToken(new BoardOptions { StartsAt = TestTokens.Start });
        spoil(token.Board.Rtc);
        token.PowerOn();
        await new ProvisioningClient(token.Wire).ProvisionAsync(TestTokens.Credential(OtpType.Totp), token.Now);
        token.FallAsleep();
        return token;
    }

    private static void AssertQuiet(VirtualToken token)
    {
        Assert.Equal(0x1C, token.Board.Rtc.ReadRegister(Control));
        Assert.Equal(0, token.Board.Rtc.ReadRegister(Status));
        Assert.Equal(0, token.Board.Rtc.ReadRegister(Ageing));
        Assert.False(token.Board.Rtc.Is32KilohertzOn);
    }
}
