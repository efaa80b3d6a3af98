using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class BigEndianTests
{
    [Fact]
    public void The_most_significant_byte_stands_first_and_the_neighbours_are_left_alone()
    {
        byte[] bytes = [0xEE, 0, 0, 0, 0, 0, 0, 0, 0, 0xEE];
        BigEndian.WriteUInt64(bytes, 1, 0xF1F2F3F4F5F6F7F8);
        Assert.Equal("EEF1F2F3F4F5F6F7F8EE", Convert.ToHexString(bytes));
        Assert.Equal(0xF1F2F3F4u, BigEndian.ReadUInt32(bytes, 1));

        BigEndian.WriteUInt32(bytes, 5, 0x01020304);
        Assert.Equal("EEF1F2F3F401020304EE", Convert.ToHexString(bytes));
    }
}
