using System.Collections.Concurrent;
using OtpNet;

namespace HwToken.Testing.Tests;

/// <summary>Codes, in this process and of a simulator that is attached to.</summary>
public sealed class CodeTests
{
    private const string RfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task HOTP_tells_the_codes_of_the_RFC_one_after_the_other(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        await using OtpToken token = await simulator.Otp.HotpAsync("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", cancel: TestContext.Current.CancellationToken);
        Assert.Equal("755224", await token.NextCodeAsync());
        OtpCode pressed = await token.PressAsync();
        Assert.Equal(("287082", 1UL, true), (pressed.Value, pressed.MovingFactor, pressed.IsPressed));
        Assert.Equal("359152", await token.NextCodeAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task TOTP_moves_a_frozen_clock_and_its_codes_are_another_librarys(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        OtpClock clock = simulator.Otp.Clock;
        clock.Freeze();
        await using OtpToken token = await simulator.Otp.FromUriAsync($"otpauth://totp/shop?secret={RfcSecret}&digits=8&algorithm=SHA256&period=60");
        Assert.Equal((8, TimeSpan.FromSeconds(60)), (token.Digits, token.Period));
        var peer = new Totp(Base32Encoding.ToBytes(RfcSecret), step: 60, OtpHashMode.Sha256, totpSize: 8);
        for (int n = 0; n < 5; n++)
        {
            OtpCode code = await token.NextCodeAsync();
            Assert.Equal(TestSimulator.Begins.AddSeconds(60 * n), clock.GetUtcNow());
            Assert.Equal(peer.ComputeTotp(clock.GetUtcNow().UtcDateTime), code);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_press_waits_out_the_hold_off_on_the_clock_and_never_shows_a_code_that_was_told(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        simulator.Otp.Clock.Freeze();
        await using OtpToken token = await simulator.Otp.TotpAsync();
        OtpCode computed = await token.NextCodeAsync();
        OtpCode first = await token.PressAsync();
        OtpCode second = await token.PressAsync();
        Assert.True(first.MovingFactor > computed.MovingFactor && second.MovingFactor > first.MovingFactor);
        Assert.True(second.At - first.At >= TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_secret_that_is_told_makes_the_codes_that_come(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        await using OtpToken token = await simulator.Otp.HotpAsync();
        await token.NextCodeAsync();
        OtpSecret secret = await token.SecretAsync();
        Assert.Equal(token.CredentialId, secret.CredentialId);
        Assert.Contains("counter=1", secret.Otpauth, StringComparison.Ordinal);
        Assert.Equal(new Hotp(Base32Encoding.ToBytes(secret.Base32)).ComputeHOTP(1), await token.NextCodeAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Eight_tests_on_four_tokens_never_get_a_code_twice(bool isAttached)
    {
        var options = new OtpSimulatorOptions { LeaseWait = Patience, CodeWait = Patience, InHand = Patience };
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached, options);
        OtpSimulator otp = simulator.Otp;
        otp.Clock.Freeze();
        await otp.FillTotpAsync("shop", 4);
        var told = new ConcurrentBag<(string, ulong)>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (int n = 0; n < 10; n++)
            {
                await using OtpToken token = await otp.LeaseAsync("shop");
                OtpCode code = await token.NextCodeAsync();
                told.Add((code.CredentialId, code.MovingFactor));
            }
        }));
        Assert.Equal(80, told.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Who_asks_for_the_same_secret_waits_for_the_token_and_goes_on_where_it_stands(bool isAttached)
    {
        var options = new OtpSimulatorOptions { LeaseWait = Patience };
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached, options);
        OtpToken first = await simulator.Otp.HotpAsync(RfcSecret);
        Task<OtpToken> waiting = simulator.Otp.HotpAsync(RfcSecret);
        Assert.Equal("755224", await first.NextCodeAsync());
        Assert.False(waiting.IsCompleted);
        await first.DisposeAsync();
        await using OtpToken second = await waiting;
        Assert.Equal("287082", await second.NextCodeAsync());
    }
}
