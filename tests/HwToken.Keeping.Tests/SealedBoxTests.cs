using System.Security.Cryptography;

namespace HwToken.Keeping.Tests;

public sealed class SealedBoxTests
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);

    [Fact]
    public void A_box_opens_with_its_key_and_for_what_it_belongs_to()
    {
        byte[] box = SealedBox.Seal(_key, "secret"u8, "DPHT00000001"u8);
        Assert.Equal("secret"u8.ToArray(), SealedBox.TryOpen(_key, box, "DPHT00000001"u8));
        Assert.Null(SealedBox.TryOpen(_key, box, "DPHT00000002"u8));
        Assert.Null(SealedBox.TryOpen(RandomNumberGenerator.GetBytes(SealedBox.KeyBytes), box, "DPHT00000001"u8));
        Assert.NotEqual(box, SealedBox.Seal(_key, "secret"u8, "DPHT00000001"u8));
        Assert.Empty(SealedBox.TryOpen(_key, SealedBox.Seal(_key, [], []), [])!);
    }

    [Fact]
    public void Any_flipped_bit_and_any_missing_byte_is_noticed()
    {
        byte[] box = SealedBox.Seal(_key, "secret"u8, []);
        for (int bit = 0; bit < 8 * box.Length; bit++)
        {
            byte[] bent = [.. box];
            bent[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(SealedBox.TryOpen(_key, bent, []));
        }

        for (int length = 0; length < box.Length; length++)
        {
            Assert.Null(SealedBox.TryOpen(_key, box.AsSpan(0, length), []));
        }
    }
}
