// A test project that knows the packages alone: the simulator in its own process, as a class fixture.
using HwToken.Testing;

public sealed class CodeTests(OtpSimulator otp) : IClassFixture<OtpSimulator>
{
    [Fact]
    public async Task A_token_gives_the_codes_of_the_RFC_computed_and_from_its_display()
    {
        await using OtpToken token = await otp.HotpAsync("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        Assert.Equal("755224", await token.NextCodeAsync());
        Assert.Equal("287082", await token.PressAsync());
    }

    [Fact]
    public async Task A_system_on_the_tokens_clock_waits_for_nobody()
    {
        await using OtpSimulator own = OtpSimulator.Start();
        own.Clock.Freeze();
        await using OtpToken token = await own.TotpAsync();
        TimeProvider system = own.Clock;
        for (int n = 0; n < 100; n++)
        {
            OtpCode code = await token.NextCodeAsync();
            Assert.Equal(code.MovingFactor, (ulong)(system.GetUtcNow().ToUnixTimeSeconds() / 30));
        }
    }
}
