using FsCheck.Fluent;
using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

public sealed class RecordFrameTests
{
    [Fact]
    public void The_first_version_byte_by_byte()
    {
        // H W, kind S, version 1, sequence, payload, CRC-32 of all before it (computed with zlib).
        Assert.Equal("4857" + "53" + "01" + "04030201" + "A0A1A2" + "EED9AA3D", Convert.ToHexString(Framed(0x01020304)));
        Assert.Equal(12, RecordFrame.OverheadBytes);
    }

    [Fact]
    public void Any_payload_and_sequence_come_back()
    {
        var cases = from payload in Any.Bytes(0, 220) from sequence in Any.UInt32 select (payload, sequence);
        Seeded.Check(cases, c =>
        {
            byte[] record = RecordFrame.Encode('X', c.sequence, c.payload);
            Assert.Equal(c.payload.Length + RecordFrame.OverheadBytes, record.Length);
            Assert.True(RecordFrame.TryDecode(record, 'X', c.payload.Length, out uint sequence, out byte[] payload));
            Assert.Equal(c.sequence, sequence);
            Assert.Equal(c.payload, payload);
        });
    }

    [Fact]
    public void A_file_that_is_missing_empty_or_of_another_length_is_absent()
    {
        byte[] record = Framed(1);
        AssertAbsent(null);
        for (int length = 0; length < record.Length; length++)
        {
            AssertAbsent(record[..length]);
        }

        for (int extra = 1; extra <= 16; extra++)
        {
            AssertAbsent([.. record, .. new byte[extra]]);
            AssertAbsent([.. record, .. record[..Math.Min(extra, record.Length)]]);
            AssertAbsent([.. new byte[extra], .. record]);
        }
    }

    [Fact]
    public void A_record_of_another_mark_kind_version_or_payload_length_is_absent()
    {
        byte[] record = Framed(1);
        Assert.False(RecordFrame.TryDecode(record, 'C', 3, out _, out _));
        Assert.False(RecordFrame.TryDecode(record, 's', 3, out _, out _));
        Assert.False(RecordFrame.TryDecode(record, 'S', 2, out _, out _));
        Assert.False(RecordFrame.TryDecode(record, 'S', 4, out _, out _));

        // Each with a CRC that is right: these are not damage but somebody else's file.
        foreach ((int at, byte value) in new (int, byte)[] { (0, 0), (1, 0), (2, 0), (3, 0), (3, 2), (3, 255) })
        {
            byte[] other = (byte[])record.Clone();
            other[at] = value;
            LittleEndian.WriteUInt32(other, other.Length - 4, Crc32.Compute(other, 0, other.Length - 4));
            AssertAbsent(other);
        }
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void Blank_flash_is_absent(byte value)
    {
        AssertAbsent([.. Enumerable.Repeat(value, 15)]);
    }

    private static byte[] Framed(uint sequence) => RecordFrame.Encode('S', sequence, [0xA0, 0xA1, 0xA2]);

    private static void AssertAbsent(byte[]? record)
    {
        Assert.False(RecordFrame.TryDecode(record, 'S', 3, out uint sequence, out byte[]? payload));
        Assert.Equal(0u, sequence);
        Assert.Null(payload);
    }
}
