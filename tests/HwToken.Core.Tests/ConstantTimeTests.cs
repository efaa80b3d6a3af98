namespace HwToken.Core.Tests;

public sealed class ConstantTimeTests
{
    [Fact]
    public void Equal_bytes_in_two_arrays_are_equal()
    {
        Assert.True(ConstantTime.AreEqual([1, 2, 3], [1, 2, 3]));
        Assert.True(ConstantTime.AreEqual([], []));
    }

    [Fact]
    public void One_changed_bit_anywhere_is_a_difference()
    {
        byte[] proof = new byte[32];
        for (int bit = 0; bit < 8 * proof.Length; bit++)
        {
            byte[] other = (byte[])proof.Clone();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(ConstantTime.AreEqual(proof, other));
            Assert.False(ConstantTime.AreEqual(other, proof));
        }
    }

    [Fact]
    public void Two_differences_that_cancel_under_xor_are_still_differences()
    {
        Assert.False(ConstantTime.AreEqual([0x0F, 0x0F], [0xF0, 0xF0]));
        Assert.False(ConstantTime.AreEqual([1, 2], [2, 1]));
    }

    [Fact]
    public void Another_length_or_nothing_is_never_equal()
    {
        Assert.False(ConstantTime.AreEqual([1, 2], [1, 2, 3]));
        Assert.False(ConstantTime.AreEqual([1, 2, 3], [1, 2]));
        Assert.False(ConstantTime.AreEqual(null, [1]));
        Assert.False(ConstantTime.AreEqual([1], null));
        Assert.False(ConstantTime.AreEqual(null, null));
    }
}
