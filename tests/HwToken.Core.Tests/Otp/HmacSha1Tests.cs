using System.Text;
using FsCheck.Fluent;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class HmacSha1Tests
{
    public static TheoryData<int, byte[], byte[], string> Rfc2202 => new()
    {
        { 1, Repeat(0x0B, 20), Ascii("Hi There"), "B617318655057264E28BC0B6FB378C8EF146BE00" },
        { 2, Ascii("Jefe"), Ascii("what do ya want for nothing?"), "EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79" },
        { 3, Repeat(0xAA, 20), Repeat(0xDD, 50), "125D7342B9AC11CD91A39AF48AA17B4F63F175D3" },
        { 4, Counting(25), Repeat(0xCD, 50), "4C9007F4026250C6BC8414F9BF50C86C2D7235DA" },
        { 5, Repeat(0x0C, 20), Ascii("Test With Truncation"), "4C1A03424B55E07FE7F27BE1D58BB9324A9A5A04" },
        { 6, Repeat(0xAA, 80), Ascii("Test Using Larger Than Block-Size Key - Hash Key First"), "AA4AE5E15272D00E95705637CE8A3B55ED402112" },
        {
            7, Repeat(0xAA, 80), Ascii("Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data"),
            "E8E99D0F45237D786D6BBAA7965C7808BBFF1A91"
        },
    };

    [Theory]
    [MemberData(nameof(Rfc2202))]
    public void The_test_cases_of_RFC_2202(int number, byte[] key, byte[] message, string expected)
    {
        Assert.True(Convert.ToHexString(new HmacSha1(key).ComputeHash(message)) == expected, $"case {number}");
    }

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

    [Fact]
    public void A_key_that_is_missing_or_empty_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new HmacSha1(null));
        Assert.Throws<ArgumentException>(() => new HmacSha1([]));
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Repeat(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    private static byte[] Counting(int count) => [.. Enumerable.Range(1, count).Select(value => (byte)value)];
}
