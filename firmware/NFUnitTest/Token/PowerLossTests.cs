using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>A power cut at any write may skip a code, never repeat one, and never leaves a token half provisioned.</summary>
    [TestClass]
    public class PowerLossTests
    {
        private const int Presses = 6;

        /// <summary>CHECK writes one file, COMMIT four.</summary>
        private const int ProvisioningWrites = 5;

        [DataRow((int)CutMode.Before)]
        [DataRow((int)CutMode.After)]
        [DataRow((int)CutMode.Torn)]
        [TestMethod]
        public void A_power_cut_at_any_write_never_repeats_a_code(int mode)
        {
            for (int cut = 1; cut <= Presses + 2; cut++)
            {
                FakeBoard board = Samples.HotpBoard(0);
                board.FakeClock.Fault = ClockFault.Missing;
                board.FakeStore.CutAt(cut, (CutMode)mode);
                AssertCodesMoveForward(board);
            }
        }

        [TestMethod]
        public void A_damaged_newest_state_skips_what_it_may_have_shown()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.PressForCode();
            board.Pass(31);
            Assert.AreEqual("287082", board.PressForCode());
            board.Pass(31);

            // Two writes by the commit, two by the presses: the second press wrote the second file.
            board.FakeStore.Damage(NewestState(board), 12);
            Assert.AreEqual("969429", board.PressForCode());
            board.Pass(31);
            Assert.AreEqual("338314", board.PressForCode());
        }

        [TestMethod]
        public void A_damaged_older_state_costs_two_counters_and_no_repeat()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.PressForCode();
            board.Pass(31);
            board.FakeStore.Damage(NewestState(board) == "state-a" ? "state-b" : "state-a", 20);
            Assert.AreEqual("969429", board.PressForCode());
        }

        [TestMethod]
        public void Both_states_lost_means_no_code_ever_again()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.PressForCode();
            board.FakeStore.Remove("state-a");
            board.FakeStore.Put("state-b", new byte[0]);
            board.Pass(31);
            Assert.AreEqual(string.Empty, board.PressForCode());
            Assert.AreEqual(string.Empty, board.PressForCode());
        }

        [TestMethod]
        public void A_recovery_that_cannot_be_stored_shows_no_code()
        {
            FakeBoard board = Samples.HotpBoard(0);
            board.PressForCode();
            board.Pass(31);
            board.FakeStore.Damage(NewestState(board), 12);
            board.FakeStore.IsBroken = true;
            Assert.AreEqual(string.Empty, board.PressForCode());
        }

        [DataRow((int)CutMode.Before)]
        [DataRow((int)CutMode.After)]
        [DataRow((int)CutMode.Torn)]
        [TestMethod]
        public void A_power_cut_while_provisioning_leaves_a_blank_or_a_whole_token(int mode)
        {
            for (int cut = 1; cut <= ProvisioningWrites; cut++)
            {
                FakeBoard board = new FakeBoard();
                board.FakeClock.Hurry = 100;
                board.FakeStore.CutAt(cut, (CutMode)mode);
                Provision(board);
                Assert.ThrowsException(typeof(PowerCut), () => board.Wake(WakeCause.PowerOn));
                board.FakeLine.Drop();
                board.Wake(WakeCause.PowerOn);
                board.Press(100);
                if (board.FakeDisplay.ReadCode(6) == string.Empty)
                {
                    // Still blank: the same credential can be written again.
                    Provision(board);
                    board.Wake(WakeCause.PowerOn);
                    board.Press(100);
                }

                Assert.AreEqual("755224", board.FakeDisplay.ReadCode(6));
            }
        }

        private static void AssertCodesMoveForward(FakeBoard board)
        {
            int shown = -1;
            for (int press = 0; press < Presses; press++)
            {
                string code = string.Empty;
                try
                {
                    code = board.PressForCode();
                    board.Pass(31);
                }
                catch (PowerCut)
                {
                    // What the panel showed before the cut is what a person saw.
                    board.FakeStore.CutAt(0, CutMode.Before);
                    board.FakeDisplay.Dark();
                    board.Wake(WakeCause.PowerOn);
                }

                if (code != string.Empty)
                {
                    int counter = CounterOf(code);
                    Assert.IsTrue(counter > shown);
                    shown = counter;
                }
            }

            Assert.IsTrue(shown >= Presses - 2);
        }

        private static int CounterOf(string code)
        {
            OtpGenerator generator = Samples.Generator();
            for (int counter = 0; counter < 4 * Presses; counter++)
            {
                if (OtpCode.Format(generator.Compute((ulong)counter), 6) == code)
                {
                    return counter;
                }
            }

            return -1;
        }

        private static string NewestState(FakeBoard board)
        {
            uint a = SequenceOf(board, "state-a");
            return a > SequenceOf(board, "state-b") ? "state-a" : "state-b";
        }

        private static uint SequenceOf(FakeBoard board, string name)
        {
            uint sequence;
            byte[] payload;
            RecordFrame.TryDecode(board.FakeStore.Read(name), OtpState.Kind, OtpState.PayloadBytes, out sequence, out payload);
            return sequence;
        }

        private static void Provision(FakeBoard board)
        {
            board.FakeLine.Say("BEGIN DPHT00000001 HOTP SHA1 6 30 0 20");
            board.FakeLine.Say("KEY SECRET 0 " + Samples.Secret20Hex);
            board.FakeLine.Say("KEY ADMIN 0 " + Samples.AdminHex);
            board.FakeLine.Say("CHECK");
            board.FakeLine.Say("COMMIT");
        }
    }
}
