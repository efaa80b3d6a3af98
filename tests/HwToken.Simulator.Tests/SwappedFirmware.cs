using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.Firmware.Board.Esp32;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;
using HwToken.Firmware.Token;

namespace HwToken.Simulator.Tests;

/// <summary>A planted fault: the firmware's own pieces, but the code is drawn before the counter is stored.</summary>
internal static class SwappedFirmware
{
    public static void Run()
    {
        IBoard board = new Esp32Board(BoardChoice.Profile);
        var records = new TokenRecords(board.Store);
        records.Load();
        Credential credential = records.Credential;
        TokenEvent e = board.Power.Cause switch { WakeCause.Button => TokenEvent.Press, WakeCause.Timer => TokenEvent.Timer, _ => TokenEvent.PowerOn };
        var generator = new OtpGenerator(credential.Parameters.Algorithm, credential.Parameters.Digits, credential.Secret);
        var step = TokenMachine.Decide(e, credential, generator, records.State, new TokenNow(board.Clock.Read(), board.Clock.SystemSeconds));
        var painter = new ScreenPainter(board.Display);
        if (step.Screen.Kind == ScreenKind.SelfTest)
        {
            // Not SelfTest.Run: it would mend the torn state, which gives up the codes that this fault repeats.
            painter.PaintSelfTest(new SelfTestResult(true, true, true, true, true));
        }
        else
        {
            painter.Paint(step.Screen, credential.Id, null);
        }

        if (step.NewState is not null)
        {
            records.TrySaveState(step.NewState);
        }

        board.Power.Sleep(step.ScreenSeconds * 1000);
    }
}
