using System;
using HwToken.Core.Line;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Line;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Provisioning by file: the same lines, all or nothing, and the file does not stay.</summary>
    [TestClass]
    public class FileProvisioningTests
    {
        private const string Begin = "BEGIN DPHT00000001 HOTP SHA1 6 30 0 20";
        private const string Secret = "KEY SECRET 0 " + Samples.Secret20Hex;
        private const string Admin = "KEY ADMIN 0 " + Samples.AdminHex;

        private static FakeBoard s_board;

        [TestMethod]
        public void A_whole_file_provisions_the_token_at_power_on()
        {
            Put(Lines("# made for one token", Begin, Secret, Admin, "CHECK", "COMMIT"));
            s_board.Wake(WakeCause.PowerOn);
            AssertGone();
            Assert.AreEqual(2900, s_board.FakePower.Timer);
            Assert.AreEqual("755224", s_board.PressForCode());
            s_board.Pass(31);
            Assert.AreEqual("287082", s_board.PressForCode());
            s_board.Pass(31);
            Assert.AreEqual("359152", s_board.PressForCode());
        }

        [TestMethod]
        public void The_file_of_the_README_is_taken()
        {
            Put(Characters(
                "LINES 5 *D054A598\n"
                + "BEGIN DPHT00000001 HOTP SHA1 6 30 0 20 *ABE4D42E\n"
                + "KEY SECRET 0 3132333435363738393031323334353637383930 *E067D2B5\n"
                + "KEY ADMIN 0 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F *9CDB1492\n"
                + "CHECK *CBDA6EA3\n"
                + "COMMIT *BE2CE92B\n"));
            Assert.IsNull(Take());
            AssertGone();
        }

        [TestMethod]
        public void Lines_may_end_as_on_Windows_and_carry_their_count()
        {
            Put(Lines("LINES 5", Begin, Secret, Admin, "CHECK", "COMMIT"));
            byte[] unix = s_board.FakeStore.Read(FileProvisioning.FileName);
            byte[] windows = new byte[unix.Length + 6];
            int at = 0;
            foreach (byte b in unix)
            {
                if (b == LineCodec.LineFeed)
                {
                    windows[at++] = (byte)'\r';
                }

                windows[at++] = b;
            }

            Put(windows);
            Assert.IsNull(Take());
            Assert.AreEqual("755224", s_board.PressForCode());
        }

        [TestMethod]
        public void A_file_that_is_cut_short_anywhere_commits_nothing_and_goes()
        {
            byte[] whole = Lines("LINES 5", Begin, Secret, Admin, "CHECK", "COMMIT");
            for (int length = 0; length < whole.Length; length++)
            {
                byte[] part = new byte[length];
                Array.Copy(whole, part, length);
                Put(part);
                Assert.IsNotNull(Take());
                AssertGone();
                AssertBlank();

                // Not even a pending record: nothing is executed before the whole file is known to be there.
                Assert.IsFalse(s_board.FakeStore.Holds("credential-a") || s_board.FakeStore.Holds("credential-b"));
            }
        }

        [TestMethod]
        public void A_turned_bit_anywhere_commits_nothing()
        {
            byte[] whole = Lines(Begin, Secret, Admin, "CHECK", "COMMIT");
            for (int i = 0; i < whole.Length; i++)
            {
                Put(whole);
                s_board.FakeStore.Damage(FileProvisioning.FileName, i);
                Assert.IsNotNull(Take());
                AssertGone();
                AssertBlank();
            }
        }

        [TestMethod]
        public void The_screen_names_the_line_and_the_error()
        {
            AssertRefused(0, LineError.TooLong, new byte[FileProvisioning.MaxBytes + 1]);
            AssertRefused(1, LineError.DamagedLine, new byte[0]);
            AssertRefused(1, LineError.DamagedLine, Characters("BEGIN\n"));
            AssertRefused(1, LineError.TooLong, Characters("This line is far longer than ninety-six bytes, which is all that a line of the provisioning line may ever have\n"));
            AssertRefused(2, LineError.DamagedLine, Lines(Begin));
            AssertRefused(5, LineError.DamagedLine, Lines(Begin, Secret, Admin, "CHECK"));
            AssertRefused(6, LineError.OutOfOrder, Lines(Begin, Secret, Admin, "CHECK", "COMMIT", "HELLO"));
            AssertRefused(3, LineError.OutOfOrder, Lines(Begin, Secret, "CHECK", Admin, "COMMIT"));
            AssertRefused(4, LineError.OutOfOrder, Lines(Begin, Secret, Admin, "COMMIT"));
            AssertRefused(3, LineError.BadArguments, Lines(Begin, Secret, "KEY SECRET 5 00", Admin, "CHECK", "COMMIT"));
            AssertRefused(1, LineError.BadArguments, Lines("LINES", Begin, Secret, Admin, "CHECK", "COMMIT"));
            AssertRefused(7, LineError.DamagedLine, Lines("LINES 6", Begin, Secret, Admin, "CHECK", "COMMIT"));
            AssertRefused(2, LineError.UnknownCommand, Lines(Begin, "LINES 5", Secret, Admin, "CHECK", "COMMIT"));
            AssertRefused(1, LineError.UnknownCommand, Lines("ERASE", "COMMIT"));
            AssertRefused(1, LineError.UnknownCommand, Lines(string.Empty, "COMMIT"));
            AssertRefused(1, LineError.UnknownCommand, Lines(" HELLO", "COMMIT"));
        }

        [TestMethod]
        public void A_clock_that_refuses_the_time_refuses_the_file()
        {
            Put(Lines(Begin, Secret, Admin, "TIME 1767225600", "CHECK", "COMMIT"));
            s_board.FakeClock.Fault = ClockFault.Missing;
            Screen refused = Take();
            Assert.AreEqual(4, refused.RefusedLine);
            Assert.AreEqual((int)LineError.Clock, refused.RefusedFor);
            AssertBlank();
        }

        [TestMethod]
        public void A_refusal_after_CHECK_leaves_no_key_in_the_records()
        {
            Put(Lines(Begin, Secret, Admin, "CHECK", "CODE 10", "COMMIT"));
            Assert.AreEqual(5, Take().RefusedLine);
            AssertBlank();
            Assert.IsTrue(Hex.Encode(s_board.FakeStore.Read("credential-a")).IndexOf(Samples.Secret20Hex) < 0);
            Assert.IsTrue(Hex.Encode(s_board.FakeStore.Read("credential-b")).IndexOf(Samples.Secret20Hex) < 0);
        }

        [TestMethod]
        public void The_file_is_overwritten_with_zeros_before_it_is_deleted()
        {
            byte[] whole = Lines(Begin, Secret, Admin, "CHECK", "COMMIT");
            Put(whole);
            s_board.FakeStore.WatchedName = FileProvisioning.FileName;
            Take();
            Assert.AreEqual(whole.Length, s_board.FakeStore.LastWritten.Length);
            foreach (byte b in s_board.FakeStore.LastWritten)
            {
                Assert.AreEqual((byte)0, b);
            }

            AssertGone();
        }

        [TestMethod]
        public void A_file_that_does_not_fit_into_memory_is_deleted()
        {
            Put(new byte[20000]);
            s_board.FakeStore.Memory = 10000;
            Assert.AreEqual((int)LineError.TooLong, Take().RefusedFor);
            AssertGone();
        }

        [TestMethod]
        public void A_locked_token_deletes_such_a_file_unread()
        {
            s_board = Samples.HotpBoard(0);
            s_board.FakeStore.Put(FileProvisioning.FileName, Lines("BEGIN DPHT00000002 HOTP SHA1 6 30 0 20", Secret, Admin, "CHECK", "COMMIT"));
            s_board.FakeStore.UnreadableName = FileProvisioning.FileName;
            s_board.Wake(WakeCause.PowerOn);
            AssertGone();
            Assert.AreEqual("755224", s_board.PressForCode());
        }

        [TestMethod]
        public void Only_power_on_looks_for_a_file()
        {
            Put(Lines(Begin, Secret, Admin, "CHECK", "COMMIT"));
            s_board.Press(100);
            s_board.Wake(WakeCause.Timer);
            Assert.IsTrue(s_board.FakeStore.Holds(FileProvisioning.FileName));
            AssertBlank();
        }

        [TestMethod]
        public void A_refused_file_opens_the_line_and_shows_why()
        {
            Put(Lines(Begin, Secret, "CHECK", "COMMIT"));
            s_board.FakeLine.Say("HELLO");
            s_board.Wake(WakeCause.PowerOn);
            Assert.AreEqual("OK HELLO HWTOKEN 1 BLANK 1.0.0", s_board.FakeLine.Reply(0));
            Assert.AreEqual(1, s_board.FakeDisplay.Frames);
            Assert.AreEqual(1, s_board.FakePower.Sleeps);
            AssertGone();
        }

        [DataRow((int)CutMode.Before)]
        [DataRow((int)CutMode.After)]
        [DataRow((int)CutMode.Torn)]
        [TestMethod]
        public void A_power_cut_anywhere_ends_in_a_whole_token_and_no_file(int mode)
        {
            // CHECK writes one file, COMMIT four, then the file is overwritten and deleted.
            for (int cut = 1; cut <= 7; cut++)
            {
                Put(Lines(Begin, Secret, Admin, "CHECK", "COMMIT"));
                s_board.FakeStore.CutAt(cut, (CutMode)mode);
                Assert.ThrowsException(typeof(PowerCut), () => s_board.Wake(WakeCause.PowerOn));
                s_board.Wake(WakeCause.PowerOn);
                AssertGone();
                Assert.AreEqual("755224", s_board.PressForCode());
            }
        }

        private static void Put(byte[] content)
        {
            s_board = new FakeBoard();
            s_board.FakeClock.Hurry = 100;
            s_board.FakeStore.Put(FileProvisioning.FileName, content);
        }

        private static Screen Take()
        {
            TokenRecords records = new TokenRecords(s_board.FakeStore);
            records.Load();
            return new FileProvisioning(s_board, records).Run();
        }

        private static byte[] Lines(params string[] lines)
        {
            byte[] all = new byte[0];
            foreach (string line in lines)
            {
                byte[] encoded = LineCodec.Encode(line);
                byte[] longer = new byte[all.Length + encoded.Length];
                Array.Copy(all, longer, all.Length);
                Array.Copy(encoded, 0, longer, all.Length, encoded.Length);
                all = longer;
            }

            return all;
        }

        private static byte[] Characters(string text)
        {
            char[] characters = text.ToCharArray();
            byte[] bytes = new byte[characters.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)characters[i];
            }

            return bytes;
        }

        private static void AssertRefused(int line, LineError error, byte[] content)
        {
            Put(content);
            Screen refused = Take();
            Assert.AreEqual((int)ScreenKind.FileRefused, (int)refused.Kind);
            Assert.AreEqual(line, refused.RefusedLine);
            Assert.AreEqual((int)error, refused.RefusedFor);
            AssertGone();
            AssertBlank();
        }

        private static void AssertGone()
        {
            Assert.IsFalse(s_board.FakeStore.Holds(FileProvisioning.FileName));
        }

        private static void AssertBlank()
        {
            TokenRecords records = new TokenRecords(s_board.FakeStore);
            records.Load();
            Assert.IsNull(records.Credential);
        }
    }
}
