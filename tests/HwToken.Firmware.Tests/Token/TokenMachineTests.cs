using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Tests.Fakes;
using HwToken.Firmware.Token;

namespace HwToken.Firmware.Tests.Token;

public class TokenMachineTests
{
    private const long Now = Tokens.ProvisionedAt + 1_000_000;

    [Theory]
    [InlineData(TokenEvent.Press, ScreenKind.Code, 30, 0)]
    [InlineData(TokenEvent.HoldForInformation, ScreenKind.Information, 10, 0)]
    [InlineData(TokenEvent.HoldForService, ScreenKind.Service, 0, 300)]
    [InlineData(TokenEvent.Timer, ScreenKind.Dark, 0, 0)]
    [InlineData(TokenEvent.PowerOn, ScreenKind.SelfTest, 3, 0)]
    public void Each_event_of_a_token_with_a_credential_has_its_row(TokenEvent e, ScreenKind screen, int screenSeconds, int lineSeconds) =>
        AssertStep(Decide(e, Tokens.Hotp(), OtpState.Fresh(0)), screen, screenSeconds, lineSeconds);

    [Theory]
    [InlineData(TokenEvent.Press, ScreenKind.NoKey, 600)]
    [InlineData(TokenEvent.HoldForInformation, ScreenKind.NoKey, 600)]
    [InlineData(TokenEvent.HoldForService, ScreenKind.NoKey, 600)]
    [InlineData(TokenEvent.PowerOn, ScreenKind.NoKey, 600)]
    [InlineData(TokenEvent.Timer, ScreenKind.Dark, 0)]
    public void Each_event_of_a_blank_token_has_its_row(TokenEvent e, ScreenKind screen, int lineSeconds) =>
        AssertStep(TokenMachine.Decide(e, null, null, null, At(Now)), screen, 0, lineSeconds);

    [Theory]
    [InlineData(TokenEvent.HoldForInformation)]
    [InlineData(TokenEvent.HoldForService)]
    [InlineData(TokenEvent.Timer)]
    public void Only_a_press_uses_a_counter_up(TokenEvent e) => Assert.Null(Decide(e, Tokens.Hotp(), OtpState.Fresh(0)).NewState);

    [Fact]
    public void A_press_stores_the_next_counter_and_shows_the_code()
    {
        TokenStep step = Decide(TokenEvent.Press, Tokens.Hotp(), OtpState.Fresh(0));
        Assert.Equal(1ul, step.NewState.NextFactor);
        Assert.Equal(755224u, step.Screen.Number);
        Assert.Equal(0, step.Screen.Period);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 29)]
    [InlineData(29, 1)]
    public void Inside_the_hold_off_the_same_code_is_drawn_again_for_the_rest_of_it(int passed, int left)
    {
        TokenStep step = Decide(TokenEvent.Press, Tokens.Hotp(), OtpState.Issued(0, Now - passed, true));
        Assert.Null(step.NewState);
        Assert.Equal(755224u, step.Screen.Number);
        Assert.Equal(left, step.ScreenSeconds);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void Outside_the_hold_off_the_next_code_comes(int passed) =>
        Assert.Equal(287082u, Decide(TokenEvent.Press, Tokens.Hotp(), OtpState.Issued(0, Now - passed, true)).Screen.Number);

    [Fact]
    public void Without_a_clock_chip_the_system_clock_times_the_hold_off()
    {
        var now = new TokenNow(ClockReading.Failed(ClockFault.Missing), 500);
        OtpState first = Decide(TokenEvent.Press, Tokens.Hotp(), OtpState.Fresh(0), now).NewState;
        Assert.False(first.IsRtcTime);
        Assert.Equal(755224u, Decide(TokenEvent.Press, Tokens.Hotp(), first, new TokenNow(now.Clock, 529)).Screen.Number);
        Assert.Equal(287082u, Decide(TokenEvent.Press, Tokens.Hotp(), first, new TokenNow(now.Clock, 530)).Screen.Number);
    }

    [Fact]
    public void After_a_power_loss_a_hold_off_of_the_system_clock_is_over()
    {
        TokenStep step = Decide(TokenEvent.PowerOn, Tokens.Hotp(), OtpState.Issued(0, 10, false), new TokenNow(ClockReading.Failed(ClockFault.Missing), 15));
        Assert.False(step.NewState.IsHoldOffOpen);
        Assert.Equal(287082u, Decide(TokenEvent.Press, Tokens.Hotp(), step.NewState, new TokenNow(ClockReading.Failed(ClockFault.Missing), 16)).Screen.Number);
    }

    [Fact]
    public void After_a_power_loss_a_hold_off_of_the_clock_chip_goes_on() =>
        Assert.Null(Decide(TokenEvent.PowerOn, Tokens.Totp(), OtpState.Issued(5, Now, true)).NewState);

    [Fact]
    public void Totp_shows_the_code_of_the_step_with_what_is_left_of_it()
    {
        Credential totp = Tokens.Totp();
        ulong step = TimeStep.At(Now, 30);
        TokenStep decided = Decide(TokenEvent.Press, totp, OtpState.Fresh(step));
        Assert.Equal(Tokens.Generator(totp).Compute(step), decided.Screen.Number);
        Assert.Equal(TimeStep.SecondsLeft(Now, 30), decided.Screen.Left);
        Assert.Equal(step + 1, decided.NewState.NextFactor);
    }

    [Fact]
    public void Totp_with_a_long_period_says_how_long_to_wait_when_the_hold_off_is_over()
    {
        long start = Now - (Now % 300);
        OtpState issued = OtpState.Issued(TimeStep.At(start, 300), start, true);
        TokenStep step = Decide(TokenEvent.Press, Tokens.Totp(300), issued, At(start + 40));
        Assert.Equal(ScreenKind.Wait, step.Screen.Kind);
        Assert.Equal(260u, step.Screen.Number);
        Assert.Null(step.NewState);
    }

    [Theory]
    [InlineData(ClockFault.Missing, TokenError.ClockStopped)]
    [InlineData(ClockFault.Stopped, TokenError.ClockStopped)]
    [InlineData(ClockFault.Invalid, TokenError.ClockStopped)]
    public void Totp_shows_no_code_from_a_clock_that_may_be_wrong(ClockFault fault, TokenError error) =>
        AssertError(Decide(TokenEvent.Press, Tokens.Totp(), OtpState.Fresh(0), new TokenNow(ClockReading.Failed(fault), 0)), error);

    [Fact]
    public void Totp_shows_no_code_from_a_clock_that_is_behind_the_day_of_provisioning() =>
        AssertError(Decide(TokenEvent.Press, Tokens.Totp(), OtpState.Fresh(0), At(Tokens.ProvisionedAt - 1)), TokenError.ClockBehind);

    [Fact]
    public void Totp_shows_no_code_from_a_clock_that_is_behind_the_last_code() =>
        AssertError(Decide(TokenEvent.Press, Tokens.Totp(), OtpState.Issued(TimeStep.At(Now, 30), Now, true), At(Now - 3600)), TokenError.ClockBehind);

    [Fact]
    public void A_lost_state_gives_an_error_and_no_code() => AssertError(Decide(TokenEvent.Press, Tokens.Hotp(), null), TokenError.StateLost);

    [Fact]
    public void A_counter_that_has_run_out_gives_an_error_and_no_code() =>
        AssertError(Decide(TokenEvent.Press, Tokens.Hotp(), OtpState.Fresh(ulong.MaxValue)), TokenError.CounterEnded);

    [Fact]
    public void When_the_newest_state_may_be_lost_hotp_gives_up_the_codes_it_may_have_shown() =>
        Assert.Equal(7ul, TokenMachine.Recover(Tokens.Hotp(), OtpState.Issued(4, Now, true), At(Now)).NextFactor);

    [Fact]
    public void When_the_newest_state_may_be_lost_totp_gives_up_the_current_step()
    {
        ulong current = TimeStep.At(Now, 30);
        Assert.Equal(current + 1, TokenMachine.Recover(Tokens.Totp(), OtpState.Issued(current - 9, Now - 270, true), At(Now)).NextFactor);
    }

    private static TokenNow At(long unixSeconds) => new(ClockReading.At(unixSeconds), 0);

    private static TokenStep Decide(TokenEvent e, Credential credential, OtpState? state, TokenNow? now = null) =>
        TokenMachine.Decide(e, credential, Tokens.Generator(credential), state, now ?? At(Now));

    private static void AssertStep(TokenStep step, ScreenKind screen, int screenSeconds, int lineSeconds)
    {
        Assert.Equal(screen, step.Screen.Kind);
        Assert.Equal(screenSeconds, step.ScreenSeconds);
        Assert.Equal(lineSeconds, step.LineSeconds);
    }

    private static void AssertError(TokenStep step, TokenError error)
    {
        Assert.Null(step.NewState);
        Assert.Equal(ScreenKind.Error, step.Screen.Kind);
        Assert.Equal(error, (TokenError)step.Screen.Number);
    }
}
