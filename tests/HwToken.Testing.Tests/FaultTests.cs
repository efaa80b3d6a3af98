namespace HwToken.Testing.Tests;

/// <summary>Everything that is refused says what to do, alike in this process and over the API, and repeats no secret.</summary>
public sealed class FaultTests
{
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_pool_that_is_not_there_names_what_fills_one(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        Refused(OtpFault.NoSuchPool, "FillTotpAsync", await Assert.ThrowsAsync<OtpException>(() => simulator.Otp.LeaseAsync("shop")));
        Refused(OtpFault.NoSuchPool, "'shop'", await Assert.ThrowsAsync<OtpException>(() => simulator.Otp.SecretsAsync("shop")));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task With_all_tokens_leased_it_says_how_to_get_one(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        await simulator.Otp.FillHotpAsync("shop", 1);
        OtpToken token = await simulator.Otp.LeaseAsync("shop");
        Refused(OtpFault.NoTokenFree, "Dispose tokens", await Assert.ThrowsAsync<OtpException>(() => simulator.Otp.LeaseAsync("shop")));
        await token.DisposeAsync();
        await token.DisposeAsync();
        await using OtpToken again = await simulator.Otp.LeaseAsync("shop");
        Refused(OtpFault.LeaseOver, "Take a new one", await Assert.ThrowsAsync<OtpException>(() => token.NextCodeAsync()));
        Refused(OtpFault.LeaseOver, "Take a new one", await Assert.ThrowsAsync<OtpException>(() => token.SecretAsync()));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task On_true_time_a_second_code_in_a_step_is_refused_with_the_way_out_and_the_time_to_wait(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        await using OtpToken token = await simulator.Otp.TotpAsync();
        await token.NextCodeAsync();
        OtpException refusal = await Assert.ThrowsAsync<OtpException>(() => token.NextCodeAsync());
        Refused(OtpFault.NotYet, "Clock.Freeze", refusal);
        Assert.Equal(TimeSpan.FromSeconds(30), refusal.RetryAfter);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_code_on_its_way_holds_the_clock_until_its_token_is_disposed(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        simulator.Otp.Clock.Freeze();
        OtpToken slow = await simulator.Otp.TotpAsync();
        await using OtpToken fast = await simulator.Otp.TotpAsync();
        await slow.NextCodeAsync();
        await fast.NextCodeAsync();
        await fast.NextCodeAsync();
        Refused(OtpFault.NotYet, "dispose tokens", await Assert.ThrowsAsync<OtpException>(() => fast.NextCodeAsync()));
        await slow.DisposeAsync();
        await fast.NextCodeAsync();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_code_that_has_arrived_holds_the_clock_no_longer(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        simulator.Otp.Clock.Freeze();
        await using OtpToken lasting = await simulator.Otp.TotpAsync();
        await using OtpToken fast = await simulator.Otp.TotpAsync();
        await lasting.NextCodeAsync();
        await lasting.ArrivedAsync();
        for (int n = 0; n < 5; n++)
        {
            await fast.NextCodeAsync();
        }
    }

    [Theory]
    [InlineData(false, "GEZDGNBVGY3TQOJ1!")]
    [InlineData(true, "GEZDGNBVGY3TQOJ1!")]
    [InlineData(false, "")]
    public async Task What_is_no_secret_is_refused_without_repeating_it(bool isAttached, string secret)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        OtpException refusal = await Assert.ThrowsAsync<OtpException>(() => simulator.Otp.TotpAsync(secret));
        Assert.Equal(OtpFault.BadInput, refusal.Fault);
        Assert.DoesNotContain("GEZD", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "https://example.org/")]
    [InlineData(false, "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ&period=301")]
    [InlineData(true, "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ\notpauth://totp/b?secret=GEZDGNBVGY3TQOJA")]
    public async Task What_is_no_single_token_is_refused_without_repeating_it(bool isAttached, string uri)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        OtpException refusal = await Assert.ThrowsAsync<OtpException>(() => simulator.Otp.FromUriAsync(uri));
        Assert.Equal(OtpFault.BadInput, refusal.Fault);
        Assert.DoesNotContain("GEZD", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_secret_is_in_one_pool_only(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        Assert.Equal(1, await simulator.Otp.ImportAsync("shop", $"otpauth://hotp/A?secret={Secret}&counter=0"));
        Assert.Equal(0, await simulator.Otp.ImportAsync("shop", $"otpauth://hotp/A?secret={Secret}&counter=0"));
        OtpException refusal = await Assert.ThrowsAsync<OtpException>(() => simulator.Otp.HotpAsync(Secret));
        Refused(OtpFault.SameSecret, "each secret to one pool", refusal);
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("12345678901234567890123456789012345678901")]
    public async Task A_pool_has_a_plain_name(string name)
    {
        await using var otp = new OtpSimulator();
        Refused(OtpFault.BadInput, "Name the pool", await Assert.ThrowsAsync<OtpException>(() => otp.LeaseAsync(name)));
        Refused(OtpFault.BadInput, "Name the pool", await Assert.ThrowsAsync<OtpException>(() => otp.ImportAsync(name, "")));
    }

    [Fact]
    public async Task A_simulator_that_is_not_there_says_how_to_start_one()
    {
        await using OtpSimulator otp = OtpSimulator.Attach(new Uri("http://127.0.0.1:1"));
        Refused(OtpFault.Unreachable, "hwtoken-sim sim", await Assert.ThrowsAsync<OtpException>(() => otp.TotpAsync()));
        Refused(OtpFault.Unreachable, "hwtoken-sim sim", Assert.Throws<OtpException>(() => otp.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Tokens_that_nobody_disposed_are_given_back_at_the_end()
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached: true);
        await simulator.Otp.FillHotpAsync("shop", 1);
        await using (OtpSimulator forgetful = OtpSimulator.Attach(simulator.Url!))
        {
            await forgetful.LeaseAsync("shop");
        }

        await using OtpToken token = await simulator.Otp.LeaseAsync("shop");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("localhost:5080")]
    public void A_variable_that_holds_no_address_says_what_to_set(string value) =>
        Refused(OtpFault.BadInput, "The variable HWTOKEN_SIM_URL holds no address. Set it to what the simulator prints, such as http://127.0.0.1:5080", Assert.Throws<OtpException>(() => OtpSimulator.FromVariable(value)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_the_variable_it_is_in_this_process(string? value)
    {
        await using OtpSimulator otp = OtpSimulator.FromVariable(value);
        await using OtpToken token = await otp.HotpAsync(Secret);
        Assert.Equal("755224", await token.NextCodeAsync());
    }

    [Fact]
    public void Options_out_of_their_limits_are_refused_by_name() =>
        Refused(OtpFault.BadInput, "InHand is 0 to 300 seconds", Assert.Throws<OtpException>(() => OtpSimulator.Start(new OtpSimulatorOptions { InHand = TimeSpan.FromMinutes(6) })));

    [Fact]
    public async Task Neither_token_nor_secret_tells_a_secret_when_printed()
    {
        await using var otp = new OtpSimulator();
        await using OtpToken token = await otp.HotpAsync(Secret);
        OtpSecret secret = await token.SecretAsync();
        Assert.DoesNotContain(Secret, $"{token} {secret}", StringComparison.Ordinal);
    }

    private static void Refused(OtpFault fault, string words, OtpException refusal)
    {
        Assert.Equal(fault, refusal.Fault);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
