using HwToken.Core.Otp;
using HwToken.Validation.Keys;
using HwToken.Validation.Keys.Lanes;

namespace HwToken.Validation.Tests.Keys;

/// <summary>The lanes against the core, which is held to the vectors of RFC 4226 and RFC 6238 by its own tests.</summary>
public sealed class HotpLanesTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    [Fact]
    public void The_codes_are_those_of_RFC_4226_appendix_D()
    {
        using ICodeSource codes = new OtpCodeSource(new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0), Secret);
        uint[] found = new uint[10];
        codes.Compute(0, found);
        Assert.Equal([755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489], found);
    }

    [Fact]
    public void Every_width_gives_the_cores_numbers_from_every_offset_for_every_length()
    {
        foreach (ulong around in (ulong[])[0, 1, 59_000_000, uint.MaxValue - 20UL, (1UL << 40) - 20, long.MaxValue - 64UL])
        {
            for (ulong offset = 0; offset < 33; offset++)
            {
                int length = (int)((offset * 7) % 40);
                AssertAgree<Lanes512>(Secret, around + offset, length);
                AssertAgree<Lanes256>(Secret, around + offset, length);
                AssertAgree<Lanes128>(Secret, around + offset, length);
                AssertAgree<Lanes32>(Secret, around + offset, length);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Secrets_of_every_length_agree(int bytes)
    {
        byte[] secret = [.. Enumerable.Range(1, bytes).Select(i => (byte)(i * 37))];
        AssertAgree<Lanes512>(secret, 1_000_003, 100);
        AssertAgree<Lanes32>(secret, 1_000_003, 3);
    }

    [Fact]
    public void A_long_run_agrees_where_the_low_word_overflows() => AssertAgree<Lanes512>(Secret, uint.MaxValue - 3000UL, 6000);

    [Theory]
    [InlineData(OtpAlgorithm.Sha1, 6)]
    [InlineData(OtpAlgorithm.Sha1, 7)]
    [InlineData(OtpAlgorithm.Sha1, 8)]
    [InlineData(OtpAlgorithm.Sha256, 6)]
    [InlineData(OtpAlgorithm.Sha512, 8)]
    public void A_run_of_codes_is_the_codes_one_by_one(OtpAlgorithm algorithm, int digits)
    {
        using ICodeSource codes = new OtpCodeSource(new OtpParameters(OtpType.Hotp, algorithm, digits, 30, 0), Secret);
        uint[] run = new uint[50];
        codes.Compute(12_345, run);
        Assert.Equal(Enumerable.Range(12_345, 50).Select(factor => codes.Compute(factor)), run);
    }

    private static void AssertAgree<T>(byte[] secret, ulong first, int length)
        where T : struct, ILanes<T>
    {
        var core = new HmacSha1(secret);
        uint[] numbers = new uint[length];
        new HotpLanes(secret).Truncate<T>(first, numbers);
        for (int i = 0; i < length; i++)
        {
            uint expected = core.Truncate(first + (ulong)i);
            Assert.True(expected == numbers[i], $"{typeof(T).Name}: factor {first} + {i} of {length} gives {numbers[i]}, the core {expected}.");
        }
    }
}
