using NanoBoard;
using HwToken.Core.Otp;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests;

/// <summary>A simulated year with ten presses a day, at random moments, on a clock that drifts.</summary>
public class YearTests(ITestOutputHelper output)
{
    private const int Days = 365;
    private const int PressesADay = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Hotp_counts_every_press_and_repeats_none(int seed)
    {
        output.WriteLine($"Seed {seed}");
        VirtualToken token = TestTokens.Hotp(new BoardOptions { StartsAt = TestTokens.Start, Seed = seed, SystemClockPpm = 20_000 });
        OtpGenerator generator = TestTokens.Generator();
        ulong next = 0;
        foreach (TimeSpan pause in Pauses(seed))
        {
            token.Advance(pause);
            Assert.Equal(OtpCode.Format(generator.Compute(next++), 6), token.Press().Code);
        }

        Assert.Equal((ulong)(Days * PressesADay), next);
        Assert.Empty(token.Board.Misuses);
    }

    [Theory]
    [InlineData(3, 2.0)]
    [InlineData(4, -3.5)]
    public void Totp_shows_the_code_of_its_own_clock_which_drifts_as_its_chip_does(int seed, double ppm)
    {
        output.WriteLine($"Seed {seed}");
        VirtualToken token = TestTokens.Totp(new BoardOptions { StartsAt = TestTokens.Start, Seed = seed, RtcPpm = ppm });
        OtpGenerator generator = TestTokens.Generator();
        foreach (TimeSpan pause in Pauses(seed))
        {
            token.Advance(pause);
            string? code = token.Press().Code;
            DateTimeOffset decided = token.Now - VirtualToken.Settling;
            TimeSpan drift = (decided - TestTokens.Start) * ppm / 1e6;
            ulong step = TimeStep.At((decided + drift).ToUnixTimeSeconds(), 30);
            Assert.Contains(code, new[] { step - 1, step, step + 1 }.Select(s => OtpCode.Format(generator.Compute(s), 6)));
        }
    }

    /// <summary>Ten pauses a day from 31 s up, so that no press falls into a hold-off.</summary>
    private static IEnumerable<TimeSpan> Pauses(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Days * PressesADay; i++)
        {
            yield return TimeSpan.FromSeconds(61 + random.Next(2 * 86_400 / PressesADay - 122));
        }
    }
}
