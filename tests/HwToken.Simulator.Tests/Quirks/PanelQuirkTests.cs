using NanoBoard;
using NanoBoard.Events;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests.Quirks;

/// <summary>A panel lights whatever stands in its RAM, may be missing, and may hang on a slow bus.</summary>
public class PanelQuirkTests
{
    private const int Presses = 30;

    [Fact]
    public void The_panel_never_lights_up_with_an_old_code() => PressAndWatch(TestTokens.Hotp());

    [Fact]
    public void The_test_above_fails_when_the_panel_is_only_switched_off()
    {
        VirtualToken token = TestTokens.Hotp();
        token.FirmwareMain = UnclearedFirmware.Run;
        Assert.Throws<StalePictureException>(() => PressAndWatch(token));
    }

    [Fact]
    public void Noise_at_power_on_is_never_seen()
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            var token = new VirtualToken(new BoardOptions { StartsAt = TestTokens.Start, Seed = seed });
            var lit = new List<string>();
            token.Board.Happened += e =>
            {
                if (e is PanelSwitched { On: true })
                {
                    lit.Add(token.Read().Lines[0]);
                }
            };
            token.PowerOn();
            Assert.Equal(["NO KEY"], lit);
        }
    }

    [Fact]
    public void A_panel_that_comes_loose_in_the_middle_of_a_frame_ends_in_sleep_and_is_whole_at_the_next_press()
    {
        VirtualToken token = TestTokens.Hotp();
        long revision = token.Board.Panel.Revision;
        token.Board.Button.Press(VirtualToken.PressLength);

        // It has answered the question before the code, and the start-up sequence.
        while (token.Board.Panel.Revision < revision + 2)
        {
            token.Advance(TimeSpan.FromMilliseconds(1));
        }

        token.Board.Panel.IsConnected = false;
        token.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(BoardState.Asleep, token.Board.State);
        token.Board.Panel.IsConnected = true;
        Assert.Equal("287082", token.Press().Code);
    }

    [Fact]
    public void The_frame_goes_out_at_400_kilohertz_although_the_clock_chip_is_on_the_same_bus()
    {
        VirtualToken token = TestTokens.Totp();
        DateTimeOffset stored = default;
        TimeSpan drawn = default;
        token.Board.Happened += e =>
        {
            stored = e is FlashChanged ? e.At : stored;
            drawn = e is FellAsleep ? e.At - stored : drawn;
        };
        Assert.Equal(ScreenContent.Code, token.Press().Content);

        // 25 ms of wire at 400 kHz, with what the interpreter adds; at 100 kHz the wire alone takes 97 ms.
        Assert.InRange(drawn, TimeSpan.FromMilliseconds(25), TimeSpan.FromMilliseconds(60));
    }

    /// <summary>Presses, lets the screens end, and looks at the panel at the moment at which it lights up: a code there must be the one that was stored last.</summary>
    private static void PressAndWatch(VirtualToken token)
    {
        var seen = new List<string>();
        token.Board.Happened += e =>
        {
            if (e is PanelSwitched { On: true } && token.Read().Code is { } code && code != TestTokens.Code(token.StoredState!.NextFactor - 1))
            {
                seen.Add(code);
            }
        };
        for (int press = 0; press < Presses; press++)
        {
            _ = press % 7 == 3 ? token.Hold(TimeSpan.FromSeconds(3)) : token.Press();
            token.Advance(TimeSpan.FromSeconds(20 + (press * 7 % 31)));
        }

        if (seen.Count > 0)
        {
            throw new StalePictureException(seen[0]);
        }
    }

    private sealed class StalePictureException(string seen) : Exception($"The panel lit up with {seen}.");
}
