using System.Text;
using FsCheck.Fluent;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class HmacSha1Tests
{
    [Fact]
    public void Any_key_and_message_give_the_hmac_of_the_platform()
    {
        var cases = from key in Any.Bytes(1, 200) from message in Any.Bytes(0, 200) select (key, message);
        Seeded.Check(cases, c => Assert.Equal(BclOtp.Sha1(c.key, c.message), new HmacSha1(c.key).ComputeHash(c.message)));
    }

    [Fact]
    public void Every_message_length_across_three_blocks_is_padded_right()
    {
        HmacSha1 hmac = new(Repeat(7, 20));
        for (int length = 0; length <= 3 * Sha1.BlockBytes; length++)
        {
            byte[] message = Counting(length);
            Assert.Equal(BclOtp.Sha1(Repeat(7, 20), message), hmac.ComputeHash(message));
        }
    }

    [Fact]
    public void Any_moving_factor_is_truncated_as_the_platform_s_hmac_says()
    {
        var cases = from key in Any.Secret from factor in Any.UInt64 select (key, factor);
        Seeded.Check(
            cases,
            c => Assert.Equal(BclOtp.Truncated(OtpAlgorithm.Sha1, c.key, c.factor), new HmacSha1(c.key).Truncate(c.factor)),
            2000);
    }

    [Fact]
    public void One_instance_gives_the_same_answers_in_any_order()
    {
        HmacSha1 hmac = new(Ascii("key"));
        uint first = hmac.Truncate(1);
        byte[] hash = hmac.ComputeHash(Repeat(1, 100));
        Assert.NotEqual(first, hmac.Truncate(2));
        Assert.Equal(hash, hmac.ComputeHash(Repeat(1, 100)));
        Assert.Equal(first, hmac.Truncate(1));
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Repeat(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    private static byte[] Counting(int count) => [.. Enumerable.Range(1, count).Select(value => (byte)value)];
}
