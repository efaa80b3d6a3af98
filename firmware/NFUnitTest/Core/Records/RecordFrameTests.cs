using System;
using HwToken.Core;
using HwToken.Core.Records;
using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>The frame around every record: missing, empty, damaged or foreign is absent, never an exception.</summary>
    [TestClass]
    public class RecordFrameTests
    {
        [TestMethod]
        public void A_frame_is_mark_kind_version_sequence_payload_and_CRC()
        {
            Assert.AreEqual("4857" + "53" + "01" + "04030201" + "A0A1A2" + "EED9AA3D", Hex.Encode(Framed(0x01020304)));
            Assert.AreEqual(12, RecordFrame.OverheadBytes);
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
        public void A_file_of_another_length_is_absent()
        {
            byte[] record = Framed(1);
            for (int length = 0; length < record.Length + 16; length++)
            {
                byte[] other = new byte[length];
                Array.Copy(record, other, length < record.Length ? length : record.Length);
                AssertIsAbsent(other, length != record.Length);
            }
        }

        [TestMethod]
        public void A_record_behind_other_bytes_or_twice_is_absent()
        {
            byte[] record = Framed(1);
            for (int extra = 1; extra <= 16; extra++)
            {
                byte[] shifted = new byte[record.Length + extra];
                Array.Copy(record, 0, shifted, extra, record.Length);
                AssertIsAbsent(shifted, true);
                byte[] twice = new byte[record.Length + extra];
                Array.Copy(record, twice, record.Length);
                Array.Copy(record, 0, twice, record.Length, extra < record.Length ? extra : record.Length);
                AssertIsAbsent(twice, true);
            }
        }

        [TestMethod]
        public void A_record_of_another_kind_or_payload_length_is_absent()
        {
            uint sequence;
            byte[] payload;
            byte[] record = Framed(1);
            Assert.IsFalse(RecordFrame.TryDecode(record, 'C', 3, out sequence, out payload));
            Assert.IsFalse(RecordFrame.TryDecode(record, 's', 3, out sequence, out payload));
            Assert.IsFalse(RecordFrame.TryDecode(record, 'S', 2, out sequence, out payload));
            Assert.IsFalse(RecordFrame.TryDecode(record, 'S', 4, out sequence, out payload));
        }

        [DataRow(0, 0)]
        [DataRow(1, 0)]
        [DataRow(2, 0)]
        [DataRow(3, 0)]
        [DataRow(3, 2)]
        [DataRow(3, 255)]
        [TestMethod]
        public void Somebody_elses_file_is_absent_although_its_CRC_is_right(int at, int value)
        {
            byte[] other = Framed(1);
            other[at] = (byte)value;
            LittleEndian.WriteUInt32(other, other.Length - 4, Crc32.Compute(other, 0, other.Length - 4));
            AssertIsAbsent(other, true);
        }

        [DataRow(0x00)]
        [DataRow(0xFF)]
        [TestMethod]
        public void Blank_flash_is_absent(int value)
        {
            byte[] blank = new byte[15];
            for (int i = 0; i < blank.Length; i++)
            {
                blank[i] = (byte)value;
            }

            AssertIsAbsent(blank, true);
        }

        private static byte[] Framed(uint sequence)
        {
            return RecordFrame.Encode('S', sequence, new byte[] { 0xA0, 0xA1, 0xA2 });
        }

        private static void AssertIsAbsent(byte[] record, bool isAbsent)
        {
            uint sequence;
            byte[] payload;
            Assert.AreEqual(!isAbsent, RecordFrame.TryDecode(record, 'S', 3, out sequence, out payload));
            Assert.AreEqual(isAbsent ? 0u : 1u, sequence);
            Assert.AreEqual(isAbsent, payload == null);
        }
    }
}
