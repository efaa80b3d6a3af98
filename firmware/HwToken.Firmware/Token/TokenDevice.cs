using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.Firmware.Line;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;

namespace HwToken.Firmware.Token
{
    /// <summary>
    /// Carries one wake out on a board: load → decide → persist → draw → sleep. Nothing it knows outlives the wake but what
    /// is in flash.
    /// </summary>
    public sealed class TokenDevice
    {
        /// <summary>A timer shorter than this is not worth a sleep's overhead.</summary>
        private const int ShortestSleepMilliseconds = 1000;

        /// <summary>What loading the records and clearing the panel takes after a boot.</summary>
        private const int ClearingMilliseconds = 100;

        private readonly IBoard _board;
        private readonly TokenRecords _records;
        private readonly ScreenPainter _painter;
        private int _bootMilliseconds;

        /// <summary>Touches nothing yet.</summary>
        public TokenDevice(IBoard board)
        {
            _board = board;
            _records = new TokenRecords(board.Store);
            _painter = new ScreenPainter(board.Display);
        }

        /// <summary>Runs the wake to completion. On the device it ends in deep sleep and does not return.</summary>
        public void Run()
        {
            WakeCause cause = _board.Power.Cause;
            _bootMilliseconds = (int)_board.Clock.UptimeMilliseconds;
            if (cause == WakeCause.PowerOn && _board.Power.ReadSupply().IsEmpty)
            {
                // Nothing is healed, provisioned or tested: each of them writes.
                ShowCharge();
                return;
            }

            if (cause == WakeCause.Button)
            {
                _records.LoadForPress();
                HandlePress(0);
                return;
            }

            if (cause == WakeCause.Timer)
            {
                GoDark();
                return;
            }

            _records.Load();
            Screen refused = new FileProvisioning(_board, _records).Run();
            if (refused != null)
            {
                Paint(refused);
                RunLine(LineWindow.BlankSeconds);
                return;
            }

            Handle(TokenEvent.PowerOn);
        }

        /// <summary>
        /// The timer's wake: clears the panel and sleeps. It reads neither records nor clock, unless a pressed button asks for more.
        /// </summary>
        private void GoDark()
        {
            long since = _board.Clock.UptimeMilliseconds;
            bool isPressed = _board.Button.IsDown;
            Paint(TokenMachine.Decide(TokenEvent.Timer, null, null, null, null).Screen);
            if (isPressed)
            {
                _records.LoadForPress();
                HandlePress(since);
                return;
            }

            _board.Power.Sleep(0);
        }

        /// <summary>The battery is too low for a code. The hold-off's state stays as it is.</summary>
        private void ShowCharge()
        {
            Finish(TokenStep.Fail(TokenError.BatteryEmpty), _board.Clock.UptimeMilliseconds);
        }

        /// <summary>Last resort of <see cref="Program"/>: says that a wake failed, then sleeps.</summary>
        public void ShowInternalFault()
        {
            Finish(TokenStep.Fail(TokenError.InternalFault), _board.Clock.UptimeMilliseconds);
        }

        /// <summary>Times a press and handles what it asks for.</summary>
        private void HandlePress(long downSince)
        {
            ButtonWatch watch = new ButtonWatch(_board, downSince);
            TokenEvent e = TokenEvent.Press;
            if (watch.IsHeldFor(TokenTimes.HoldForInformationMilliseconds))
            {
                e = TokenEvent.HoldForInformation;

                // Shown while the finger is still down: that tells the person that 2 s are over.
                Paint(Decide(e, Now()).Screen);
                if (watch.IsHeldFor(TokenTimes.HoldForServiceMilliseconds))
                {
                    e = TokenEvent.HoldForService;
                }
            }

            Handle(e);
        }

        /// <summary>Decides and carries out.</summary>
        private void Handle(TokenEvent e)
        {
            if (e == TokenEvent.Press && _records.Credential != null && !_board.Display.IsPresent())
            {
                // Nobody would see the code: none is made and no counter is used up.
                ClearKeys();
                _board.Power.Sleep(0);
                return;
            }

            if (e == TokenEvent.Press && _board.Power.ReadSupply().IsEmpty)
            {
                ShowCharge();
                return;
            }

            TokenNow now = Now();
            long since = _board.Clock.UptimeMilliseconds;
            TokenStep step = Decide(e, now);
            if (step.NewState != null && !_records.TrySaveState(step.NewState))
            {
                step = TokenStep.Fail(TokenError.StoreFailed);
            }

            Finish(step, since);
        }

        private TokenStep Decide(TokenEvent e, TokenNow now)
        {
            Credential credential = _records.Credential;
            if (credential == null)
            {
                return TokenMachine.Decide(e, null, null, null, now);
            }

            if ((e == TokenEvent.Press || e == TokenEvent.PowerOn) && !StateHealing.TryHeal(_records, now) && e == TokenEvent.Press)
            {
                return TokenStep.Fail(TokenError.StoreFailed);
            }

            OtpGenerator generator = e == TokenEvent.Press ? credential.NewGenerator() : null;
            TokenStep step = TokenMachine.Decide(e, credential, generator, _records.State, now);
            if (generator != null)
            {
                generator.Clear();
            }

            return step;
        }

        /// <summary>Draws, then opens the line or sleeps until the panel must go dark.</summary>
        private void Finish(TokenStep step, long since)
        {
            int seconds = step.ScreenSeconds;
            if (step.Screen.Kind == ScreenKind.SelfTest && !PaintSelfTest())
            {
                seconds = TokenTimes.MessageSeconds;
            }
            else if (step.Screen.Kind != ScreenKind.SelfTest)
            {
                Paint(step.Screen);
            }

            if (step.LineSeconds > 0)
            {
                RunLine(step.LineSeconds);
                return;
            }

            ClearKeys();
            if (seconds == 0)
            {
                _board.Power.Sleep(0);
                return;
            }

            _board.Power.Sleep(MillisecondsToDark(step, seconds, since));
        }

        /// <summary>
        /// When the timer must fire for the panel to be dark on time: earlier by the boot and the clearing that follow. A
        /// booting chip is deaf to a short press, so after a code it fires one more boot earlier: then the deaf time falls
        /// into the end of the hold-off, where a press would bring nothing new, and whoever presses when the panel is dark
        /// is heard.
        /// </summary>
        private int MillisecondsToDark(TokenStep step, int seconds, long since)
        {
            int boots = step.Screen.Kind == ScreenKind.Code ? 2 : 1;
            int awake = (int)(_board.Clock.UptimeMilliseconds - since);
            int left = (seconds * 1000) - awake - (boots * _bootMilliseconds) - ClearingMilliseconds;
            return left < ShortestSleepMilliseconds ? ShortestSleepMilliseconds : left;
        }

        private void RunLine(int seconds)
        {
            LineSession session = new LineSession(_board, _records, _painter);
            if (session.Run(seconds))
            {
                HandlePress(_board.Clock.UptimeMilliseconds);
                return;
            }

            ClearKeys();
            _board.Display.Dark();
            _board.Power.Sleep(0);
        }

        private bool PaintSelfTest()
        {
            SelfTestResult result = SelfTest.Run(_board, _records, false);
            _painter.PaintSelfTest(result);
            return result.IsPassed;
        }

        private void Paint(Screen screen)
        {
            ClockReading clock = screen.Kind == ScreenKind.Information ? _board.Clock.Read() : null;
            bool showsSupply = clock != null || screen.Kind == ScreenKind.Code || (screen.Kind == ScreenKind.Error && screen.Fault == TokenError.BatteryEmpty);
            SupplyReading supply = showsSupply ? _board.Power.ReadSupply() : null;
            _painter.Paint(screen, _records.Credential == null ? null : _records.Credential.Id, clock, supply);
        }

        private TokenNow Now()
        {
            return new TokenNow(_board.Clock.Read(), _board.Clock.SystemSeconds);
        }

        /// <summary>RAM keeps its charge for a while without power, and a debugger may read it.</summary>
        private void ClearKeys()
        {
            if (_records.Credential != null)
            {
                _records.Credential.Clear();
            }
        }
    }
}
