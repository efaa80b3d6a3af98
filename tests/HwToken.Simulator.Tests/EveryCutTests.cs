using NanoBoard;
using NanoBoard.Events;
using HwToken.Core.Records;

namespace HwToken.Simulator.Tests;

/// <summary>
/// Cuts the power at each flash operation of 50 presses in turn, and torn inside it; boots again, presses on. No code is
/// ever shown twice as new, the counter never goes back, the credential is never lost.
/// </summary>
public class EveryCutTests(ITestOutputHelper output)
{
    private const int Presses = 50;

    [Theory]
    [InlineData(CutMode.Before, true)]
    [InlineData(CutMode.After, true)]
    [InlineData(CutMode.Torn, true)]
    [InlineData(CutMode.Before, false)]
    [InlineData(CutMode.After, false)]
    [InlineData(CutMode.Torn, false)]
    public void A_power_cut_between_any_two_steps_never_repeats_a_code(CutMode mode, bool isHotp)
    {
        int cuts = RunAllCuts(mode, isHotp, Firmware.Program.Main);
        output.WriteLine($"{cuts} cuts");
        Assert.InRange(cuts, Presses, 10 * Presses);
    }

    [Theory]
    [InlineData(CutMode.Before)]
    [InlineData(CutMode.Torn)]
    public void The_test_above_fails_when_store_and_draw_are_swapped(CutMode mode) =>
        Assert.Throws<RepeatedCodeException>(() => RunAllCuts(mode, isHotp: true, SwappedFirmware.Run));

    private static int RunAllCuts(CutMode mode, bool isHotp, Action firmware)
    {
        int cut = 0;
        while (RunOneCut(mode, isHotp, firmware, ++cut))
        {
        }

        return cut - 1;
    }

    /// <returns>False when the presses made fewer flash operations than that: all cuts are done.</returns>
    private static bool RunOneCut(CutMode mode, bool isHotp, Action firmware, int cut)
    {
        VirtualToken token = isHotp ? TestTokens.Hotp() : TestTokens.Totp();
        token.FirmwareMain = firmware;
        var seen = new SeenCodes(token);
        token.Board.Faults.CutPowerAtFlashOperation(token.Board.Flash.Operations + cut, mode);
        bool wasCut = false;
        for (int press = 0; press < Presses; press++)
        {
            token.Press();
            if (token.Board.State == BoardState.Off)
            {
                wasCut = true;
                token.PowerOn();
                token.Press();
            }

            token.Advance(TimeSpan.FromSeconds(33));
            seen.Check();
        }

        return wasCut;
    }

    /// <summary>
    /// Sees every code that stands on the panel when power goes, when the chip falls asleep, and when asked; and notes which
    /// issue it belongs to according to flash. A code with two issues was shown twice as new.
    /// </summary>
    private sealed class SeenCodes
    {
        private readonly VirtualToken _token;
        private readonly Dictionary<string, ulong> _factors = [];
        private ulong _counter;

        public SeenCodes(VirtualToken token)
        {
            _token = token;
            token.Board.Happened += e =>
            {
                if (e is PanelSwitched { On: false } or FellAsleep or PowerLost)
                {
                    See();
                }
            };
        }

        public void Check()
        {
            See();
            Assert.NotNull(_token.StoredCredential);
            ulong counter = State.NextFactor;
            Assert.True(counter >= _counter, $"The counter went back from {_counter} to {counter}.");
            _counter = counter;
        }

        private OtpState State => Assert.IsType<OtpState>(_token.StoredState);

        private void See()
        {
            if (_token.Read().Code is not { } code)
            {
                return;
            }

            if (!_factors.TryAdd(code, State.NextFactor) && _factors[code] != State.NextFactor)
            {
                throw new RepeatedCodeException(code);
            }
        }
    }

    private sealed class RepeatedCodeException(string code) : Exception($"The code {code} came twice.");
}
