using HwToken.Core.Line;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Line;
using HwToken.Firmware.Store;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>The provisioning line of a locked token.</summary>
    [TestClass]
    public class LockedLineTests
    {
        private const string NotAuthorised = "ERR 9 not authorised";

        private static FakeBoard s_board;
        private static TokenRecords s_records;
        private static LockedCommands s_commands;

        [TestMethod]
        public void Anybody_may_ask_who_it_is_and_what_time_it_has()
        {
            Lock(Samples.TotpBoard());
            Assert.AreEqual("OK HELLO HWTOKEN 1 LOCKED DPHT00000001 1.0.0", Ask("HELLO"));
            Assert.AreEqual("OK STATUS DPHT00000001 TOTP SHA1 6 30 CLOCK 0", Ask("STATUS"));
            Assert.AreEqual("OK GETTIME " + s_board.FakeClock.World.ToString(), Ask("GETTIME"));
            Assert.AreEqual("OK SELFTEST", Ask("SELFTEST"));
            s_board.FakeClock.Fault = ClockFault.Stopped;
            Assert.AreEqual("OK STATUS DPHT00000001 TOTP SHA1 6 30 STOPPED 0", Ask("STATUS"));
            Assert.AreEqual("ERR 7 clock failed or refused the time", Ask("GETTIME"));
            Assert.AreEqual("ERR 10 self-test failed: clock", Ask("SELFTEST"));
            s_board.FakeClock.Fault = ClockFault.Missing;
            Assert.AreEqual("OK STATUS DPHT00000001 TOTP SHA1 6 30 NOCLOCK 0", Ask("STATUS"));
        }

        [DataRow("BEGIN DPHT00000002 HOTP SHA1 6 30 0 20")]
        [DataRow("KEY SECRET 0 31")]
        [DataRow("TIME 1767225600")]
        [DataRow("CHECK")]
        [DataRow("CODE 0")]
        [DataRow("COMMIT")]
        [TestMethod]
        public void Nothing_of_a_blank_token_is_answered(string command)
        {
            Lock(Samples.HotpBoard(0));
            Assert.AreEqual("ERR 6 token is locked", Ask(command));
        }

        [TestMethod]
        public void The_admin_key_sets_the_time_and_ends_a_hold_off()
        {
            Lock(Samples.TotpBoard());
            s_board.PressForCode();
            s_records.Load();
            string command = "SETTIME " + (s_board.FakeClock.World + 100).ToString();
            Assert.AreEqual("OK " + command, Ask(command + " " + Prove(command)));
            Assert.AreEqual(100L, s_board.FakeClock.ChipOffset);
            Assert.IsFalse(Samples.StateOf(s_board).IsHoldOffOpen);
        }

        [TestMethod]
        public void Time_never_goes_behind_the_provisioning()
        {
            Lock(Samples.TotpBoard());
            string command = "SETTIME " + (FakeBoard.Start - 1).ToString();
            Assert.AreEqual("ERR 7 clock failed or refused the time", Ask(command + " " + Prove(command)));
            Assert.AreEqual(0L, s_board.FakeClock.ChipOffset);
        }

        [TestMethod]
        public void The_admin_key_erases_and_nothing_of_the_secret_stays()
        {
            Lock(Samples.HotpBoard(0));
            Assert.AreEqual("OK ERASE", Ask("ERASE " + Prove("ERASE")));
            Assert.IsNull(s_records.Credential);
            Assert.DoesNotContains(Samples.Secret20Hex, s_board.FakeStore.Fingerprint());
            Assert.DoesNotContains(Samples.AdminHex, s_board.FakeStore.Fingerprint());
            Assert.IsTrue(Hex.Encode(s_board.FakeStore.Read("credential-a")).IndexOf(Samples.Secret20Hex) < 0);
            Assert.IsTrue(Hex.Encode(s_board.FakeStore.Read("credential-b")).IndexOf(Samples.Secret20Hex) < 0);
        }

        [TestMethod]
        public void A_response_is_good_once_for_one_command_under_one_key()
        {
            Lock(Samples.HotpBoard(0));
            Assert.AreEqual(NotAuthorised, Ask("ERASE " + Samples.AdminHex));
            string response = Prove("ERASE");
            Assert.AreEqual(NotAuthorised, Ask("SETTIME 1767225700 " + response));
            Assert.AreEqual(NotAuthorised, Ask("ERASE " + response));
            byte[] challenge = Challenge();
            string wrong = Hex.Encode(LineProof.OfCommand(new byte[32], challenge, "ERASE"));
            Assert.AreEqual(NotAuthorised, Ask("ERASE " + wrong));
            Assert.AreEqual(NotAuthorised, Ask("ERASE " + Hex.Encode(LineProof.OfCommand(Samples.AdminKey(), challenge, "ERASE"))));
            Challenge();
            Assert.AreEqual(NotAuthorised, Ask("ERASE nothex"));
            Assert.AreEqual("ERR 2 bad arguments", Ask("ERASE"));
            Assert.AreEqual("ERR 2 bad arguments", Ask("SETTIME 1767225700"));
            Assert.IsNotNull(s_records.Credential);
        }

        [TestMethod]
        public void A_response_to_one_time_sets_no_other_and_none_twice()
        {
            Lock(Samples.TotpBoard());
            string response = Prove("SETTIME 1767229200");
            Assert.AreEqual(NotAuthorised, Ask("SETTIME 1767229201 " + response));
            Assert.AreEqual(NotAuthorised, Ask("SETTIME 1767229200 " + response));
            response = Prove("SETTIME 1767229200");
            Assert.AreEqual("OK SETTIME 1767229200", Ask("SETTIME 1767229200 " + response));
            Assert.AreEqual(NotAuthorised, Ask("SETTIME 1767229200 " + response));
        }

        [TestMethod]
        public void Challenges_differ()
        {
            Lock(Samples.HotpBoard(0));
            Assert.AreNotEqual(Hex.Encode(Challenge()), Hex.Encode(Challenge()));
        }

        [TestMethod]
        public void An_erasure_that_flash_refuses_is_named()
        {
            Lock(Samples.HotpBoard(0));
            string response = Prove("ERASE");
            s_board.FakeStore.IsBroken = true;
            Assert.AreEqual("ERR 8 flash did not take it", Ask("ERASE " + response));
            Assert.IsNotNull(s_records.Credential);
        }

        private static void Lock(FakeBoard board)
        {
            s_board = board;
            s_records = new TokenRecords(board.FakeStore);
            s_records.Load();
            s_commands = new LockedCommands(board, s_records);
        }

        private static string Ask(string command)
        {
            return s_commands.Answer(command.Split(new char[] { ' ' }));
        }

        private static byte[] Challenge()
        {
            byte[] challenge;
            Assert.IsTrue(Hex.TryDecode(Ask("AUTH").Substring(8), out challenge));
            Assert.AreEqual(LineProof.ChallengeBytes, challenge.Length);
            return challenge;
        }

        private static string Prove(string command)
        {
            return Hex.Encode(LineProof.OfCommand(Samples.AdminKey(), Challenge(), command));
        }
    }
}
