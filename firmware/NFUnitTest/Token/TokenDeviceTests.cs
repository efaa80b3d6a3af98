using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Token;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Whole wakes: press, persist, draw, sleep.</summary>
    [TestClass]
    public class TokenDeviceTests
    {
        [TestMethod]
        public void Three_presses_show_the_first_three_codes_of_RFC_4226()
        {
            FakeBoard board = Samples.HotpBoard(0);
            Assert.AreEqual("755224", board.PressForCode());
            board.Pass(31);
            Assert.AreEqual("287082", board.PressForCode());
            board.Pass(31);
            Assert.AreEqual("359152", board.PressForCode());
            Assert.AreEqual(3ul, Samples.StateOf(board).NextFactor);
        }

        [TestMethod]
        public void The_counter_is_durable_before_the_code_is_drawn()
        {
            FakeBoard board = Samples.HotpBoard(0);
            int before = board.FakeStore.Operations;
            board.PressForCode();
            Assert.AreEqual(before + 1, board.FakeDisplay.OperationsAtFrame);
            Assert.AreEqual(before + 1, board.FakeStore.Operations);
            Assert.AreEqual(1, board.FakePower.Sleeps);
        }

        [TestMethod]
        public void The_chip_sleeps_until_the_hold_off_ends_and_then_clears_the_panel()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.PressForCode();
            Assert.AreEqual(29900, board.FakePower.Timer);
            board.Pass(30);
            board.Wake(WakeCause.Timer);
            Assert.IsFalse(board.FakeDisplay.IsOn);
            Assert.AreEqual(0, board.FakePower.Timer);
            for (int i = 0; i < board.FakeDisplay.Panel.Length; i++)
            {
                Assert.AreEqual((byte)0, board.FakeDisplay.Panel[i]);
            }
        }

        [TestMethod]
        public void Presses_inside_the_hold_off_keep_the_code_and_write_nothing()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.PressForCode();
            int operations = board.FakeStore.Operations;
            board.Pass(10);
            Assert.AreEqual("755224", board.PressForCode());
            board.Pass(10);
            Assert.AreEqual("755224", board.PressForCode());
            Assert.AreEqual(operations, board.FakeStore.Operations);
            Assert.IsTrue(board.FakePower.Timer > 9000 && board.FakePower.Timer <= 10000);
            board.Pass(10);
            Assert.AreEqual("287082", board.PressForCode());
        }

        [TestMethod]
        public void A_press_after_the_panel_went_dark_by_power_loss_is_not_a_second_showing()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.FakeClock.Fault = ClockFault.Missing;
            board.PressForCode();
            board.Wake(WakeCause.PowerOn);
            Assert.AreEqual("287082", board.PressForCode());
        }

        [TestMethod]
        public void Held_for_2_s_it_shows_information_for_10_s_and_uses_up_no_counter()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.Press(3000);
            Assert.AreEqual(string.Empty, board.FakeDisplay.ReadCode(6));
            Assert.IsTrue(board.FakeDisplay.LitInPage(1) > 50);
            Assert.AreEqual(9900, board.FakePower.Timer);
            Assert.AreEqual(0ul, Samples.StateOf(board).NextFactor);
        }

        [TestMethod]
        public void Held_for_10_s_it_opens_the_line_for_5_minutes()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.FakeLine.Say("HELLO");
            long began = board.FakeClock.Milliseconds;
            board.Press(11000);
            Assert.AreEqual("OK HELLO HWTOKEN 1 LOCKED DPHT00000001 1.0.0", board.FakeLine.Reply(0));
            Assert.IsTrue(board.FakeClock.Milliseconds - began >= 310000);
            Assert.IsFalse(board.FakeLine.IsOpen);
            Assert.IsFalse(board.FakeDisplay.IsOn);
            Assert.AreEqual(0, board.FakePower.Timer);
        }

        [TestMethod]
        public void A_press_leaves_service_mode_with_a_code()
        {
            FakeBoard board = Samples.HotpBoard(0);
            long now = board.FakeClock.Milliseconds;
            board.FakeButton.DownFrom(now, 11000);
            board.FakeButton.ThenDownFrom(now + 15000, 100);
            board.Wake(WakeCause.Button);
            Assert.AreEqual("755224", board.FakeDisplay.ReadCode(6));
            Assert.IsFalse(board.FakeLine.IsOpen);
            Assert.AreEqual(1, board.FakePower.Sleeps);
        }

        [TestMethod]
        public void Power_on_tests_itself_for_3_s()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.Wake(WakeCause.PowerOn);
            Assert.AreEqual(2900, board.FakePower.Timer);
            board.FakeDisplay.IsConnected = false;
            board.Wake(WakeCause.PowerOn);
            Assert.AreEqual(9900, board.FakePower.Timer);
            Assert.AreEqual(0ul, Samples.StateOf(board).NextFactor);
        }

        [TestMethod]
        public void A_blank_token_keeps_the_line_open_for_10_minutes_then_sleeps()
        {
            FakeBoard board = new FakeBoard();
            board.FakeClock.Hurry = 100;
            board.FakeLine.Say("HELLO");
            long began = board.FakeClock.Milliseconds;
            board.Wake(WakeCause.PowerOn);
            Assert.AreEqual("OK HELLO HWTOKEN 1 BLANK 1.0.0", board.FakeLine.Reply(0));
            Assert.IsTrue(board.FakeClock.Milliseconds - began >= 600000);
            Assert.IsFalse(board.FakeDisplay.IsOn);
            Assert.AreEqual(0, board.FakePower.Timer);
        }

        [TestMethod]
        public void A_timer_that_meets_a_pressed_button_clears_the_panel_and_takes_the_press()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.PressForCode();
            board.Pass(30);
            board.FakeButton.DownFrom(board.FakeClock.Milliseconds, 100);
            board.Wake(WakeCause.Timer);
            Assert.AreEqual("287082", board.FakeDisplay.ReadCode(6));
            Assert.AreEqual(1, board.FakePower.Sleeps);
        }

        [TestMethod]
        public void Without_flash_there_is_no_code()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.FakeStore.IsBroken = true;
            Assert.AreEqual(string.Empty, board.PressForCode());
            AssertError(board, TokenError.StoreFailed);
            Assert.AreEqual(9900, board.FakePower.Timer);
            board.FakeStore.IsBroken = false;
            Assert.AreEqual("755224", board.PressForCode());
        }

        [TestMethod]
        public void A_state_that_flash_forgets_shows_an_error_and_no_code()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.FakeStore.Forgets = true;
            board.PressForCode();
            AssertError(board, TokenError.StoreFailed);
        }

        [TestMethod]
        public void A_lost_state_shows_an_error_and_no_code()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.FakeStore.Remove("state-a");
            board.FakeStore.Remove("state-b");
            board.PressForCode();
            AssertError(board, TokenError.StateLost);
        }

        [DataRow("state-a")]
        [DataRow("state-b")]
        [TestMethod]
        public void When_either_state_file_is_lost_no_code_comes_twice(string lost)
        {
            FakeBoard board = Samples.HotpBoard(0);
            string shown = string.Empty;
            for (int press = 0; press < 6; press++)
            {
                string code = board.PressForCode();
                Assert.IsTrue(code.Length == 6 && shown.IndexOf(code) < 0);
                shown += code + " ";
                board.Pass(31);
                if (press == 2)
                {
                    board.FakeStore.Remove(lost);
                }
            }
        }

        [DataRow(-10L, (int)TokenError.ClockBehind)]
        [DataRow(1892160000L, (int)TokenError.ClockStopped)]
        [TestMethod]
        public void A_lost_state_and_a_wrong_clock_are_told_as_a_wrong_clock(long off, int error)
        {
            FakeBoard board = Samples.TotpBoard();
            board.FakeStore.Remove("state-a");
            board.FakeClock.ChipOffset = FakeBoard.Start - board.FakeClock.World + off;
            board.PressForCode();
            AssertError(board, (TokenError)error);
        }

        [TestMethod]
        public void Two_codes_in_a_row_are_never_equal()
        {
            FakeBoard board = Samples.HotpBoard(910737);
            Assert.AreEqual("911617", board.PressForCode());
            board.Pass(31);
            string next = board.PressForCode();
            Assert.AreNotEqual("911617", next);
            Assert.AreEqual(OtpCode.Format(Samples.Generator().Compute(910739), 6), next);
            Assert.AreEqual(910740ul, Samples.StateOf(board).NextFactor);
        }

        [TestMethod]
        public void TOTP_shows_the_code_of_the_moment_and_a_bar()
        {
            FakeBoard board = Samples.TotpBoard();
            string code = board.PressForCode();
            Assert.AreEqual(OtpCode.Format(Samples.Generator().Compute(TimeStep.At(board.FakeClock.World, 30)), 6), code);
            Assert.IsTrue(board.FakeDisplay.LitInPage(7) > 128);
            board.Pass(31);
            Assert.AreNotEqual(code, board.PressForCode());
        }

        [TestMethod]
        public void TOTP_without_a_true_clock_shows_no_code_and_keeps_its_state()
        {
            FakeBoard board = Samples.TotpBoard();
            ulong before = Samples.StateOf(board).NextFactor;
            board.FakeClock.Fault = ClockFault.Stopped;
            Assert.AreEqual(string.Empty, board.PressForCode());
            board.FakeClock.Fault = ClockFault.None;
            board.FakeClock.ChipOffset = -86400;
            Assert.AreEqual(string.Empty, board.PressForCode());
            Assert.AreEqual(before, Samples.StateOf(board).NextFactor);
        }

        [TestMethod]
        public void An_internal_fault_has_a_screen_and_sleeps()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.FakePower.Cause = WakeCause.Button;
            new TokenDevice(board).ShowInternalFault();
            Assert.IsTrue(board.FakeDisplay.IsOn);
            AssertError(board, TokenError.InternalFault);
            Assert.AreEqual(9900, board.FakePower.Timer);
        }

        /// <summary>The panel shows the error's own screen, pixel by pixel, and so no code.</summary>
        private static void AssertError(FakeBoard board, TokenError error)
        {
            FakeDisplay expected = new FakeDisplay();
            new ScreenPainter(expected).Paint(Screen.Error(error), Samples.Id, null);
            Assert.AreEqual(Hex.Encode(expected.Panel), Hex.Encode(board.FakeDisplay.Panel));
        }
    }
}
