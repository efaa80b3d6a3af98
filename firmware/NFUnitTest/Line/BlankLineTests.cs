using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>The provisioning line of a blank token, from its bytes to its flash.</summary>
    [TestClass]
    public class BlankLineTests
    {
        private const string Begin = "BEGIN DPHT00000001 HOTP SHA1 6 30 0 20";
        private const string OutOfOrder = "ERR 5 out of order, start with BEGIN";
        private const string BadArguments = "ERR 2 bad arguments";

        [TestMethod]
        public void A_whole_provisioning_ends_in_a_locked_token_with_the_right_codes()
        {
            FakeBoard board = Blank();
            long now = board.FakeClock.World;
            Say(board, new string[]
            {
                "HELLO",
                Begin,
                "KEY SECRET 0 31323334353637383930",
                "KEY SECRET 10 31323334353637383930",
                "KEY ADMIN 0 " + Samples.AdminHex,
                "TIME " + now.ToString(),
                "CHECK",
                "CODE 0",
                "CODE 9",
                "COMMIT",
                "HELLO",
                "CODE 0",
            });
            Credential expected = Samples.Hotp(0);
            expected = new Credential(CredentialStatus.Pending, expected.Id, expected.Parameters, now, expected.Secret, expected.AdminKey);
            AssertReplies(board, new string[]
            {
                "OK HELLO HWTOKEN 1 BLANK 1.0.0",
                "OK BEGIN DPHT00000001",
                "OK KEY SECRET 0",
                "OK KEY SECRET 10",
                "OK KEY ADMIN 0",
                "OK TIME " + now.ToString(),
                "OK CHECK " + Hex.Encode(LineProof.OfCredential(expected)),
                "OK CODE 0 755224",
                "OK CODE 9 520489",
                "OK COMMIT DPHT00000001",
                "OK HELLO HWTOKEN 1 LOCKED DPHT00000001 1.0.0",
                "ERR 6 token is locked",
            });
            Assert.AreEqual("755224", board.PressForCode());
        }

        [TestMethod]
        public void What_comes_out_of_order_changes_nothing()
        {
            FakeBoard board = Blank();
            Say(board, new string[] { "COMMIT", "CHECK", "CODE 0", "KEY SECRET 0 31", "KEY ADMIN 0 31", "TIME 1767225600", Begin, "CHECK", "COMMIT" });
            AssertReplies(board, new string[] { OutOfOrder, OutOfOrder, OutOfOrder, OutOfOrder, OutOfOrder, OutOfOrder, "OK BEGIN DPHT00000001", OutOfOrder, OutOfOrder });
            Assert.AreEqual(0, board.FakeStore.Operations);
        }

        [TestMethod]
        public void A_key_after_CHECK_starts_nothing_over()
        {
            FakeBoard board = Blank();
            Say(board, new string[] { Begin, "KEY SECRET 0 " + Samples.Secret20Hex, "KEY ADMIN 0 " + Samples.AdminHex, "CHECK", "KEY SECRET 0 31", "TIME 1767225600", "COMMIT" });
            Assert.AreEqual(OutOfOrder, board.FakeLine.Reply(4));
            Assert.AreEqual(OutOfOrder, board.FakeLine.Reply(5));
            Assert.AreEqual("OK COMMIT DPHT00000001", board.FakeLine.Reply(6));
        }

        [TestMethod]
        public void Chunks_may_repeat_but_not_gap_overlap_overrun_or_differ()
        {
            FakeBoard board = Blank();
            Say(board, new string[]
            {
                Begin,
                "KEY SECRET 1 31",
                "KEY SECRET 0 313233",
                "KEY SECRET 0 313233",
                "KEY SECRET 0 313234",
                "KEY SECRET 1 32333435",
                "KEY SECRET 3 343536373839303132333435363738393031",
                "KEY SECRET 3 3",
                "KEY SECRET 3 ",
                "KEY OTHER 0 31",
                "KEY SECRET 3 XY",
                "KEY SECRET 3",
            });
            AssertReplies(board, new string[]
            {
                "OK BEGIN DPHT00000001", BadArguments, "OK KEY SECRET 0", "OK KEY SECRET 0", BadArguments, BadArguments, BadArguments, BadArguments, BadArguments, BadArguments,
                BadArguments, BadArguments,
            });
        }

        [DataRow("BEGIN")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 30 0")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 30 0 20 more")]
        [DataRow("BEGIN  DPHT00000001 HOTP SHA1 6 30 0 20")]
        [DataRow("BEGIN DPHT0000001 HOTP SHA1 6 30 0 20")]
        [DataRow("BEGIN dpht00000001 HOTP SHA1 6 30 0 20")]
        [DataRow("BEGIN DPHT00000001 MOTP SHA1 6 30 0 20")]
        [DataRow("BEGIN DPHT00000001 HOTP MD5 6 30 0 20")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 5 30 0 20")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 9 30 0 20")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 0 0 20")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 301 0 20")]
        [DataRow("BEGIN DPHT00000001 TOTP SHA1 6 0 0 20")]
        [DataRow("BEGIN DPHT00000001 TOTP SHA1 6 301 0 20")]
        [DataRow("BEGIN DPHT00000001 TOTP SHA1 6 30 1 20")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 30 18446744073709551615 20")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 30 -1 20")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 30 0 0")]
        [DataRow("BEGIN DPHT00000001 HOTP SHA1 6 30 0 129")]
        [DataRow("HELLO YOU")]
        [DataRow("SELFTEST NOW")]
        [TestMethod]
        public void Bad_arguments_are_refused(string line)
        {
            FakeBoard board = Blank();
            Say(board, new string[] { line });
            Assert.AreEqual(BadArguments, board.FakeLine.Reply(0));
        }

        [TestMethod]
        public void Damaged_and_overlong_lines_are_named_and_comments_pass_without_answer()
        {
            FakeBoard board = Blank();
            board.FakeLine.SayRaw("HELLO *00000000\n");
            board.FakeLine.SayRaw("HELLO\n");
            board.FakeLine.SayRaw("\n");
            board.FakeLine.SayRaw(new byte[200]);
            board.FakeLine.SayRaw("\n");
            board.FakeLine.Say("# only a remark");
            board.FakeLine.Say("JUMP");
            board.FakeLine.Say("HELLO");
            board.Wake(WakeCause.PowerOn);
            AssertReplies(board, new string[]
            {
                "ERR 3 damaged line, send again",
                "ERR 3 damaged line, send again",
                "ERR 3 damaged line, send again",
                "ERR 4 line too long",
                "ERR 1 unknown command",
                "OK HELLO HWTOKEN 1 BLANK 1.0.0",
            });
        }

        [TestMethod]
        public void TOTP_wants_the_time_and_a_clock_that_takes_it()
        {
            FakeBoard board = Blank();
            board.FakeClock.Fault = ClockFault.Missing;
            Say(board, new string[] { "BEGIN DPHT00000001 TOTP SHA256 8 60 0 20", "KEY SECRET 0 " + Samples.Secret20Hex, "KEY ADMIN 0 " + Samples.AdminHex, "TIME 1767225600", "CHECK", "COMMIT" });
            Assert.AreEqual("ERR 7 clock failed or refused the time", board.FakeLine.Reply(3));
            Assert.AreEqual(OutOfOrder, board.FakeLine.Reply(4));
            Assert.AreEqual(OutOfOrder, board.FakeLine.Reply(5));
        }

        [TestMethod]
        public void A_clock_that_refuses_the_time_is_named_and_leaves_TOTP_without_it()
        {
            FakeBoard board = Blank();
            board.FakeClock.RefusesTime = true;
            Say(board, new string[] { "BEGIN DPHT00000001 TOTP SHA1 6 30 0 20", "KEY SECRET 0 " + Samples.Secret20Hex, "KEY ADMIN 0 " + Samples.AdminHex, "TIME 1767225600", "CHECK" });
            Assert.AreEqual("ERR 7 clock failed or refused the time", board.FakeLine.Reply(3));
            Assert.AreEqual(OutOfOrder, board.FakeLine.Reply(4));
        }

        [DataRow("TIME")]
        [DataRow("TIME now")]
        [DataRow("TIME -1")]
        [DataRow("TIME 17179869181")]
        [DataRow("TIME 1767225600 UTC")]
        [TestMethod]
        public void A_time_that_is_none_is_refused(string time)
        {
            FakeBoard board = Blank();
            Say(board, new string[] { Begin, time });
            Assert.AreEqual(BadArguments, board.FakeLine.Reply(1));
        }

        [TestMethod]
        public void What_was_not_committed_is_gone_when_the_line_closes()
        {
            FakeBoard board = Blank();
            Say(board, new string[] { Begin, "KEY SECRET 0 " + Samples.Secret20Hex, "KEY ADMIN 0 " + Samples.AdminHex, "CHECK" });
            board.FakeLine.Replies.Clear();
            board.FakeClock.Hurry = 100;
            Say(board, new string[] { "COMMIT", "HELLO" });
            AssertReplies(board, new string[] { OutOfOrder, "OK HELLO HWTOKEN 1 BLANK 1.0.0" });
        }

        [TestMethod]
        public void The_secret_is_in_no_reply()
        {
            FakeBoard board = Blank();
            Say(board, new string[]
            {
                Begin, "KEY SECRET 0 " + Samples.Secret20Hex, "KEY ADMIN 0 " + Samples.AdminHex, "TIME 1767225600", "CHECK", "CODE 0", "COMMIT",
                "HELLO", "STATUS", "GETTIME", "AUTH", "SELFTEST", "KEY SECRET 0 00", "NONSENSE",
            });
            Assert.AreEqual(14, board.FakeLine.Replies.Count);
            for (int i = 0; i < board.FakeLine.Replies.Count; i++)
            {
                Assert.DoesNotContains("31323334", board.FakeLine.Reply(i));
                Assert.DoesNotContains("12345678", board.FakeLine.Reply(i));
                Assert.DoesNotContains("00010203", board.FakeLine.Reply(i));
                Assert.DoesNotContains("GEZDGNBV", board.FakeLine.Reply(i));
            }
        }

        [TestMethod]
        public void TOTP_starts_at_the_step_of_its_provisioning()
        {
            FakeBoard board = Blank();
            board.FakeClock.Fault = ClockFault.Stopped;
            long now = board.FakeClock.World;
            Say(board, new string[] { "BEGIN DPHT00000001 TOTP SHA1 6 30 0 20", "KEY SECRET 0 " + Samples.Secret20Hex, "KEY ADMIN 0 " + Samples.AdminHex, "TIME " + now.ToString(), "CHECK", "CODE 0", "COMMIT" });
            ulong step = TimeStep.At(now, 30);
            Assert.AreEqual("OK CODE " + step.ToString() + " " + OtpCode.Format(Samples.Generator().Compute(step), 6), board.FakeLine.Reply(5));
            Assert.AreEqual("OK COMMIT DPHT00000001", board.FakeLine.Reply(6));
            Assert.AreEqual(step, Samples.StateOf(board).NextFactor);
        }

        [TestMethod]
        public void Flash_that_takes_nothing_is_named()
        {
            FakeBoard board = Blank();
            board.FakeStore.IsBroken = true;
            Say(board, new string[] { Begin, "KEY SECRET 0 " + Samples.Secret20Hex, "KEY ADMIN 0 " + Samples.AdminHex, "CHECK", "COMMIT", "SELFTEST" });
            Assert.AreEqual("ERR 8 flash did not take it", board.FakeLine.Reply(3));
            Assert.AreEqual(OutOfOrder, board.FakeLine.Reply(4));
            Assert.AreEqual("ERR 10 self-test failed: memory", board.FakeLine.Reply(5));
        }

        [TestMethod]
        public void The_self_test_names_what_failed()
        {
            FakeBoard board = Blank();
            Say(board, new string[] { "SELFTEST" });
            Assert.AreEqual("OK SELFTEST", board.FakeLine.Reply(0));
            Assert.IsFalse(board.FakeStore.Holds("self-test"));
            FakeBoard bare = Blank();
            bare.FakeClock.Fault = ClockFault.Missing;
            Say(bare, new string[] { "SELFTEST" });
            Assert.AreEqual("OK SELFTEST NOCLOCK", bare.FakeLine.Reply(0));
            FakeBoard dark = Blank();
            dark.FakeDisplay.IsConnected = false;
            Say(dark, new string[] { "SELFTEST" });
            Assert.AreEqual("ERR 10 self-test failed: display", dark.FakeLine.Reply(0));
        }

        private static FakeBoard Blank()
        {
            FakeBoard board = new FakeBoard();
            board.FakeClock.Hurry = 100;
            return board;
        }

        private static void Say(FakeBoard board, string[] lines)
        {
            foreach (string line in lines)
            {
                board.FakeLine.Say(line);
            }

            board.Wake(WakeCause.PowerOn);
            board.FakeClock.Hurry = 1;
        }

        private static void AssertReplies(FakeBoard board, string[] replies)
        {
            for (int i = 0; i < replies.Length; i++)
            {
                Assert.AreEqual(replies[i], board.FakeLine.Reply(i));
            }

            Assert.AreEqual(replies.Length, board.FakeLine.Replies.Count);
        }
    }
}
