using HwToken.Core.Records;
using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>What a token must not forget between two codes.</summary>
    [TestClass]
    public class OtpStateTests
    {
        [TestMethod]
        public void The_state_record_is_byte_for_byte_what_the_README_says()
        {
            byte[] record = RecordFrame.Encode(OtpState.Kind, 0x01020304, OtpState.Issued(0x1122334455667788, 0x99AABB, true).ToPayload());
            Assert.AreEqual("48575301040302018977665544332211BBAA9900000000000700000060E7E57B", Hex.Encode(record));
        }

        [TestMethod]
        public void Its_payload_is_factor_time_flags_and_three_reserved_bytes()
        {
            byte[] payload = OtpState.Issued(0x1122334455667787, 0x697A3F40, true).ToPayload();
            Assert.AreEqual("8877665544332211" + "403F7A6900000000" + "07" + "000000", Hex.Encode(payload));
            Assert.AreEqual("48575301" + "05000000" + Hex.Encode(payload) + "A35C82E9", Hex.Encode(RecordFrame.Encode(OtpState.Kind, 5, payload)));
        }

        [TestMethod]
        public void Each_flag_has_its_bit()
        {
            Assert.AreEqual((byte)0, OtpState.Fresh(9).ToPayload()[16]);
            Assert.AreEqual((byte)3, OtpState.Issued(9, 1, false).ToPayload()[16]);
            Assert.AreEqual((byte)7, OtpState.Issued(9, 1, true).ToPayload()[16]);
            Assert.AreEqual((byte)5, OtpState.Issued(9, 1, true).WithoutHoldOff().ToPayload()[16]);
            Assert.AreEqual((byte)1, OtpState.Issued(9, 1, false).WithoutHoldOff().ToPayload()[16]);
        }

        [TestMethod]
        public void A_fresh_state_has_shown_nothing()
        {
            AssertState(OtpState.Fresh(12), 12, false, false, false, 0);
        }

        [TestMethod]
        public void A_code_moves_the_state_past_its_factor_and_opens_the_hold_off()
        {
            AssertState(OtpState.Issued(12, 99, false), 13, true, true, false, 99);
        }

        [TestMethod]
        public void Ending_the_hold_off_changes_nothing_else()
        {
            AssertState(OtpState.Issued(12, 99, true).WithoutHoldOff(), 13, true, false, true, 99);
        }

        [TestMethod]
        public void Skipping_gives_up_the_factors_between_and_ends_the_hold_off()
        {
            AssertState(OtpState.Issued(12, 99, true).SkippedTo(500), 500, true, false, true, 99);
            AssertState(OtpState.Fresh(0).SkippedTo(500), 500, false, false, false, 0);
        }

        [TestMethod]
        public void A_state_survives_its_payload()
        {
            OtpState read = OtpState.Read(OtpState.Issued(ulong.MaxValue - 2, 5000000000, true).WithoutHoldOff().ToPayload());
            Assert.AreEqual(ulong.MaxValue - 1, read.NextFactor);
            Assert.AreEqual(5000000000L, read.IssuedAt);
            Assert.IsTrue(read.IsIssued && read.IsRtcTime && !read.IsHoldOffOpen);
        }

        private static void AssertState(OtpState state, ulong next, bool isIssued, bool isHoldOffOpen, bool isRtcTime, long issuedAt)
        {
            Assert.AreEqual(next, state.NextFactor);
            Assert.AreEqual(isIssued, state.IsIssued);
            Assert.AreEqual(isHoldOffOpen, state.IsHoldOffOpen);
            Assert.AreEqual(isRtcTime, state.IsRtcTime);
            Assert.AreEqual(issuedAt, state.IssuedAt);
        }
    }
}
