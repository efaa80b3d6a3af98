using HwToken.Core.Otp;

namespace HwToken.Simulator.Tests;

public class PressRunTests
{
    [Fact]
    public async Task Presses_31_s_apart_bring_a_code_each() =>
        Assert.Equal(["755224", "287082", "359152"], await Codes(TimeSpan.FromSeconds(31), 3));

    [Fact]
    public async Task Presses_10_s_apart_bring_one_code_for_30_s() =>
        Assert.Equal(["755224", "755224", "755224", "287082"], await Codes(TimeSpan.FromSeconds(10), 4));

    [Fact]
    public async Task Presses_1_s_apart_bring_one_code_for_30_s()
    {
        List<string?> codes = await Codes(TimeSpan.FromSeconds(1), 31);
        Assert.Equal(30, codes.Count(code => code == "755224"));
        Assert.Equal("287082", codes[^1]);
    }

    [Fact]
    public async Task The_moving_factor_belongs_to_the_code()
    {
        await foreach (PressResult press in PressRun.RunAsync(TestTokens.Credential(OtpType.Totp), TestTokens.Start, TimeSpan.FromMinutes(7), 20))
        {
            Assert.Equal(TimeStep.At(press.At.ToUnixTimeSeconds(), 30), press.MovingFactor);
            Assert.Equal(TestTokens.Code(press.MovingFactor!.Value), press.Code);
        }
    }

    private static async Task<List<string?>> Codes(TimeSpan every, int presses)
    {
        var codes = new List<string?>();
        await foreach (PressResult press in PressRun.RunAsync(TestTokens.Credential(OtpType.Hotp), TestTokens.Start, every, presses))
        {
            codes.Add(press.Code);
        }

        return codes;
    }
}
