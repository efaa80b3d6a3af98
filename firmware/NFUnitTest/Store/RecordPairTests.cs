using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Store;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>The pair of files that are written in turn.</summary>
    [TestClass]
    public class RecordPairTests
    {
        [TestMethod]
        public void Nothing_stored_is_absent_and_not_damaged()
        {
            RecordPair pair = Open(new FakeStore());
            Assert.IsNull(pair.Load());
            Assert.IsFalse(pair.IsDamaged);
        }

        [TestMethod]
        public void A_pair_writes_its_files_in_turn_and_reads_the_newest()
        {
            FakeStore store = new FakeStore();
            RecordPair pair = Open(store);
            Assert.IsNull(pair.Load());
            for (byte i = 1; i < 20; i++)
            {
                Assert.IsTrue(pair.TrySave(new byte[] { i }));
                Assert.AreEqual(i, Open(store).Load()[RecordFrame.HeaderBytes]);
            }

            Assert.IsTrue(store.Holds("x-a") && store.Holds("x-b"));
        }

        [TestMethod]
        public void A_write_never_touches_the_newest_record()
        {
            FakeStore store = new FakeStore();
            Save(store, 1);
            Save(store, 2);
            string newest = Hex.Encode(store.Read("x-a"));
            Save(store, 3);
            Assert.AreEqual(newest, Hex.Encode(store.Read("x-a")));
        }

        [DataRow(0)]
        [DataRow(5)]
        [DataRow(12)]
        [TestMethod]
        public void A_damaged_newest_record_leaves_the_older_one_and_is_noticed(int keptBytes)
        {
            FakeStore store = new FakeStore();
            Save(store, 1);
            Save(store, 2);
            Save(store, 3);
            store.Shorten("x-b", keptBytes);
            RecordPair pair = Open(store);
            Assert.AreEqual((byte)2, pair.Load()[RecordFrame.HeaderBytes]);
            Assert.IsTrue(pair.IsDamaged);
        }

        [TestMethod]
        public void A_pair_is_whole_again_after_both_files_were_written()
        {
            FakeStore store = new FakeStore();
            Save(store, 1);
            Save(store, 2);
            store.Remove("x-a");
            RecordPair pair = Open(store);
            pair.Load();
            Assert.IsTrue(pair.IsDamaged);
            Assert.IsTrue(pair.TrySaveBoth(new byte[] { 9 }));
            Assert.IsFalse(pair.IsDamaged);
            Assert.AreEqual((byte)9, Open(store).Load()[RecordFrame.HeaderBytes]);
        }

        [TestMethod]
        public void A_write_that_flash_forgets_is_found_by_reading_back()
        {
            FakeStore store = new FakeStore();
            Save(store, 1);
            RecordPair pair = Open(store);
            pair.Load();
            store.Forgets = true;
            Assert.IsFalse(pair.TrySave(new byte[] { 2 }));
        }

        [TestMethod]
        public void Both_files_damaged_is_absent()
        {
            FakeStore store = new FakeStore();
            Save(store, 1);
            Save(store, 2);
            store.Damage("x-a", 9);
            store.Damage("x-b", 9);
            Assert.IsNull(Open(store).Load());
        }

        [TestMethod]
        public void A_torn_write_leaves_the_former_record_and_is_known()
        {
            FakeStore store = new FakeStore();
            RecordPair pair = Open(store);
            pair.Load();
            pair.TrySaveBoth(new byte[] { 1 });
            pair.TrySave(new byte[] { 2 });
            store.CutAt(1, CutMode.Torn);
            Assert.ThrowsException(typeof(PowerCut), () => pair.TrySave(new byte[] { 3 }));
            RecordPair again = Open(store);
            Assert.AreEqual((byte)2, again.Load()[RecordFrame.HeaderBytes]);
            Assert.IsTrue(again.IsDamaged);
        }

        [TestMethod]
        public void A_refused_write_leaves_the_former_record()
        {
            FakeStore store = new FakeStore();
            RecordPair pair = Open(store);
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

        private static RecordPair Open(FakeStore store)
        {
            return new RecordPair(store, "x-a", "x-b", 'X', 1);
        }

        private static void Save(FakeStore store, byte value)
        {
            RecordPair pair = Open(store);
            pair.Load();
            Assert.IsTrue(pair.TrySave(new byte[] { value }));
        }

        private static bool HoldsSecret(byte[] record)
        {
            return Hex.Encode(record).IndexOf(Samples.Secret20Hex) >= 0;
        }
    }
}
