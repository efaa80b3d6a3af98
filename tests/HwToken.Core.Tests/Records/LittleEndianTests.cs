using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

public sealed class LittleEndianTests
{
    [Fact]
    public void The_least_significant_byte_stands_first_and_the_neighbours_are_left_alone()
    {
        byte[] bytes = new byte[10];
        bytes[0] = bytes[9] = 0xEE;
        LittleEndian.WriteUInt64(bytes, 1, 0xF8F7F6F5F4F3F2F1);
        Assert.Equal("EEF1F2F3F4F5F6F7F8EE", Convert.ToHexString(bytes));
        Assert.Equal(0xF8F7F6F5F4F3F2F1, LittleEndian.ReadUInt64(bytes, 1));
        Assert.Equal(0xF4F3F2F1u, LittleEndian.ReadUInt32(bytes, 1));
        Assert.Equal(0xF2F1, LittleEndian.ReadUInt16(bytes, 1));

        LittleEndian.WriteUInt32(bytes, 3, 0x04030201);
        LittleEndian.WriteUInt16(bytes, 7, 0x0605);
        Assert.Equal("EEF1F2010203040506EE", Convert.ToHexString(bytes));
    }

    [Fact]
    public void Any_number_comes_back()
    {
        Seeded.Check(Any.UInt64, value =>
        {
            byte[] bytes = new byte[8];
            LittleEndian.WriteUInt64(bytes, 0, value);
            Assert.Equal(value, LittleEndian.ReadUInt64(bytes, 0));
            Assert.Equal(BitConverter.ToUInt32(bytes, 4), LittleEndian.ReadUInt32(bytes, 4));
            Assert.Equal(BitConverter.ToUInt16(bytes, 6), LittleEndian.ReadUInt16(bytes, 6));
        });
    }
}
