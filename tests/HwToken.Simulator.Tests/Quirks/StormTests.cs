using NanoBoard;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests.Quirks;

/// <summary>All faults at once, by seed. Main never ends, the platform is never misused, no code comes twice as new.</summary>
public class StormTests(ITestOutputHelper output)
{
    private const int Presses = 150;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    [InlineData(false, 4)]
    public void No_mix_of_faults_hangs_the_token_or_repeats_a_code(bool isHotp, int seed)
    {
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var options = new BoardOptions { StartsAt = TestTokens.Start, Seed = seed };
        VirtualToken token = isHotp ? TestTokens.Hotp(options) : TestTokens.Totp(options);
        var factors = new Dictionary<string, ulong>();
        int codes = 0;
        for (int press = 0; press < Presses; press++)
        {
            Plant(token.Board, random);
            ScreenReading screen = random.Next(12) == 0 ? token.Hold(TimeSpan.FromSeconds(3)) : token.Press();
            Assert.NotEqual(BoardState.Hung, token.Board.State);
            if (screen.Code is { } code && token.Board.Panel.IsConnected)
            {
                ulong factor = token.StoredState!.NextFactor;
                Assert.True(factors.TryAdd(code, factor) || factors[code] == factor, $"Press {press}: {code} came twice.");
                codes++;
            }

            Repair(token, random);
        }

        output.WriteLine($"{codes} codes, {token.Board.Counters.Boots} boots");
        Assert.InRange(codes, Presses / 4, Presses);
        Assert.Empty(token.Board.Misuses);
        Assert.Null(token.Board.FirmwareException);
    }

    private static void Plant(VirtualBoard board, Random random)
    {
        board.Faults.I2cBusStuck = random.Next(20) == 0;
        board.Panel.IsConnected = random.Next(10) != 0;
        board.Rtc.IsConnected = random.Next(10) != 0;
        board.Flash.FailWrites = random.Next(10) == 0;
        if (random.Next(8) == 0)
        {
            board.Faults.CutPowerAtFlashOperation(board.Flash.Operations + 1, (CutMode)random.Next(3));
        }

        if (random.Next(15) == 0)
        {
            board.Rtc.Poke(random.Next(7), (byte)random.Next(256));
        }
    }

    private static void Repair(VirtualToken token, Random random)
    {
        VirtualBoard board = token.Board;
        token.Advance(TimeSpan.FromSeconds(random.Next(60)));
        board.Faults.I2cBusStuck = false;
        board.Faults.CancelCut();
        board.Panel.IsConnected = board.Rtc.IsConnected = true;
        board.Flash.FailWrites = false;
        if (random.Next(15) == 0)
        {
            board.Reset();
        }

        token.PowerOn();
        token.FallAsleep();
        board.Rtc.SetTime(token.Now);
    }
}
