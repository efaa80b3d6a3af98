using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Store;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Frames, payloads, and the pair of files that are written in turn.</summary>
    [TestClass]
    public class RecordTests
    {
        [TestMethod]
        public void The_state_record_is_byte_for_byte_what_the_README_says()
        {
            byte[] record = RecordFrame.Encode(OtpState.Kind, 0x01020304, OtpState.Issued(0x1122334455667788, 0x99AABB, true).ToPayload());
            Assert.AreEqual("48575301040302018977665544332211BBAA9900000000000700000060E7E57B", Hex.Encode(record));
        }

        [TestMethod]
        public void The_credential_record_is_byte_for_byte_what_the_README_says()
        {
            byte[] record = RecordFrame.Encode(Credential.Kind, 7, Samples.Hotp(5).ToPayload(CredentialStatus.Locked));
            string hex = Hex.Encode(record);
            Assert.AreEqual(248, record.Length);
            Assert.AreEqual("4857430107000000", hex.Substring(0, 16));
            Assert.AreEqual("020101061E001400", hex.Substring(16, 16));
            Assert.AreEqual("445048543030303030303031", hex.Substring(32, 24));
            Assert.AreEqual("0500000000000000" + "0000000000000000", hex.Substring(56, 32));
            Assert.AreEqual(Samples.AdminHex, hex.Substring(88, 64));
            Assert.AreEqual(Samples.Secret20Hex, hex.Substring(152, 40));
            Assert.AreEqual("00000000", hex.Substring(192, 8));
            Assert.AreEqual("CBC80C8CF599E2ACBDB8C832DA95C1C3F868302598BDBDCD58E07BFEAD5CDDEA3AC0430BFE106825", hex.Substring(408, 80));
        }

        [TestMethod]
        public void Every_turned_bit_and_every_cut_of_a_record_makes_it_absent()
        {
            uint sequence;
            byte[] payload;
            byte[] record = RecordFrame.Encode(OtpState.Kind, 9, OtpState.Fresh(3).ToPayload());
            for (int bit = 0; bit < record.Length * 8; bit++)
            {
                record[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.IsFalse(RecordFrame.TryDecode(record, OtpState.Kind, OtpState.PayloadBytes, out sequence, out payload));
                record[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            for (int length = 0; length < record.Length; length++)
            {
                Assert.IsFalse(RecordFrame.TryDecode(new byte[length], OtpState.Kind, OtpState.PayloadBytes, out sequence, out payload));
            }

            Assert.IsFalse(RecordFrame.TryDecode(null, OtpState.Kind, OtpState.PayloadBytes, out sequence, out payload));
            Assert.IsTrue(RecordFrame.TryDecode(record, OtpState.Kind, OtpState.PayloadBytes, out sequence, out payload));
            Assert.AreEqual(9u, sequence);
        }

        [TestMethod]
        public void A_state_survives_its_payload()
        {
            OtpState read = OtpState.Read(OtpState.Issued(ulong.MaxValue - 2, 5000000000, true).WithoutHoldOff().ToPayload());
            Assert.AreEqual(ulong.MaxValue - 1, read.NextFactor);
            Assert.AreEqual(5000000000L, read.IssuedAt);
            Assert.IsTrue(read.IsIssued && read.IsRtcTime && !read.IsHoldOffOpen);
        }

        [DataRow(0, 9)]
        [DataRow(1, 3)]
        [DataRow(2, 0)]
        [DataRow(3, 5)]
        [DataRow(4, 0)]
        [DataRow(6, 0)]
        [DataRow(6, 129)]
        [DataRow(8, 49)]
        [TestMethod]
        public void A_credential_out_of_range_is_no_credential(int at, int value)
        {
            Credential credential;
            byte[] payload = Samples.Hotp(0).ToPayload(CredentialStatus.Locked);
            Assert.IsTrue(Credential.TryRead(payload, out credential));
            payload[at] = (byte)value;
            Assert.IsFalse(Credential.TryRead(payload, out credential));
            Assert.IsFalse(Credential.TryRead(Credential.ErasedPayload(), out credential));
        }

        [TestMethod]
        public void A_pair_writes_its_files_in_turn_and_reads_the_newest()
        {
            FakeStore store = new FakeStore();
            RecordPair pair = new RecordPair(store, "x-a", "x-b", 'X', 1);
            Assert.IsNull(pair.Load());
            for (byte i = 1; i <= 5; i++)
            {
                Assert.IsTrue(pair.TrySave(new byte[] { i }));
                RecordPair again = new RecordPair(store, "x-a", "x-b", 'X', 1);
                Assert.AreEqual(i, again.Load()[RecordFrame.HeaderBytes]);
            }

            Assert.IsTrue(store.Holds("x-a") && store.Holds("x-b"));
        }

        [TestMethod]
        public void A_torn_write_leaves_the_former_record_and_is_known()
        {
            FakeStore store = new FakeStore();
            RecordPair pair = new RecordPair(store, "x-a", "x-b", 'X', 1);
            pair.Load();
            pair.TrySaveBoth(new byte[] { 1 });
            pair.TrySave(new byte[] { 2 });
            store.CutAt(1, CutMode.Torn);
            Assert.ThrowsException(typeof(PowerCut), () => pair.TrySave(new byte[] { 3 }));
            RecordPair again = new RecordPair(store, "x-a", "x-b", 'X', 1);
            Assert.AreEqual((byte)2, again.Load()[RecordFrame.HeaderBytes]);
            Assert.IsTrue(again.IsDamaged);
        }

        [TestMethod]
        public void A_refused_write_leaves_the_former_record()
        {
            FakeStore store = new FakeStore();
            RecordPair pair = new RecordPair(store, "x-a", "x-b", 'X', 1);
            pair.Load();
            pair.TrySave(new byte[] { 1 });
            store.IsBroken = true;
            Assert.IsFalse(pair.TrySave(new byte[] { 2 }));
            Assert.AreEqual((byte)1, pair.Load()[RecordFrame.HeaderBytes]);
        }

        [TestMethod]
        public void An_erasure_that_was_cut_short_is_finished_at_the_next_wake()
        {
            FakeStore store = new FakeStore();
            Samples.Commit(store, Samples.Hotp(0), OtpState.Fresh(0));
            TokenRecords records = new TokenRecords(store);
            records.Load();
            store.CutAt(1, CutMode.After);
            Assert.ThrowsException(typeof(PowerCut), () => records.TryErase());
            store.PowerUp();
            TokenRecords again = new TokenRecords(store);
            again.Load();
            Assert.IsNull(again.Credential);
            Assert.IsFalse(HoldsSecret(store.Read("credential-a")) || HoldsSecret(store.Read("credential-b")));
        }

        private static bool HoldsSecret(byte[] record)
        {
            return Hex.Encode(record).IndexOf(Samples.Secret20Hex) >= 0;
        }
    }
}
