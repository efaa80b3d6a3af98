using System.Text;
using FsCheck.Fluent;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class OtpGeneratorTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Fact]
    public void Any_secret_and_moving_factor_give_the_code_of_the_platform_s_hmac()
    {
        var cases = from algorithm in Any.Algorithm
                    from digits in Gen.Choose(6, 8)
                    from secret in Any.Secret
                    from factor in Any.UInt64
                    select (algorithm, digits, secret, factor);
        Seeded.Check(
            cases,
            c => Assert.Equal(
                BclOtp.Code(c.algorithm, c.digits, c.secret, c.factor),
                new OtpGenerator(c.algorithm, c.digits, c.secret).Compute(c.factor)),
            3000);
    }

    [Theory]
    [InlineData(OtpAlgorithm.Sha1)]
    [InlineData(OtpAlgorithm.Sha256)]
    [InlineData(OtpAlgorithm.Sha512)]
    public void Every_secret_length_from_1_to_128_bytes_works_across_the_block_borders(OtpAlgorithm algorithm)
    {
        for (int length = 1; length <= OtpGenerator.MaxSecretBytes; length++)
        {
            byte[] secret = [.. Enumerable.Range(length, length).Select(value => (byte)value)];
            OtpGenerator generator = new(algorithm, 8, secret);
            Assert.Equal(BclOtp.Code(algorithm, 8, secret, 0), generator.Compute(0));
            Assert.Equal(BclOtp.Code(algorithm, 8, secret, ulong.MaxValue), generator.Compute(ulong.MaxValue));
        }
    }

    [Theory]
    [InlineData(OtpAlgorithm.Sha1)]
    [InlineData(OtpAlgorithm.Sha256)]
    [InlineData(OtpAlgorithm.Sha512)]
    public void Fewer_digits_are_the_last_digits_of_the_longer_code(OtpAlgorithm algorithm)
    {
        for (ulong factor = 0; factor < 50; factor++)
        {
            uint eight = new OtpGenerator(algorithm, 8, Secret).Compute(factor);
            Assert.Equal(eight % 10_000_000, new OtpGenerator(algorithm, 7, Secret).Compute(factor));
            Assert.Equal(eight % 1_000_000, new OtpGenerator(algorithm, 6, Secret).Compute(factor));
        }
    }

    [Theory]
    [InlineData(OtpAlgorithm.Sha1)]
    [InlineData(OtpAlgorithm.Sha256)]
    [InlineData(OtpAlgorithm.Sha512)]
    public void The_caller_may_clear_its_secret_at_once(OtpAlgorithm algorithm)
    {
        byte[] mine = (byte[])Secret.Clone();
        OtpGenerator generator = new(algorithm, 6, mine);
        Assert.Equal(Secret, mine);
        Array.Clear(mine);
        Assert.Equal(BclOtp.Code(algorithm, 6, Secret, 7), generator.Compute(7));
    }

    [Theory]
    [InlineData(OtpAlgorithm.Sha1, 5, 20)]
    [InlineData(OtpAlgorithm.Sha1, 9, 20)]
    [InlineData(OtpAlgorithm.Sha1, 6, 0)]
    [InlineData(OtpAlgorithm.Sha1, 6, 129)]
    [InlineData((OtpAlgorithm)0, 6, 20)]
    [InlineData((OtpAlgorithm)4, 6, 20)]
    public void Values_out_of_range_are_refused_with_words_that_hold_no_secret(OtpAlgorithm algorithm, int digits, int secretBytes)
    {
        byte[] secret = [.. Enumerable.Repeat((byte)'k', secretBytes)];
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new OtpGenerator(algorithm, digits, secret));
        Assert.DoesNotContain("kkk", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("6B6B", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_missing_secret_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new OtpGenerator(OtpAlgorithm.Sha1, 6, null));
    }
}
