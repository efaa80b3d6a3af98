using System.Reflection;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

/// <summary>What a code costs in memory, and what is left of the secret when it is over.</summary>
public sealed class OtpMemoryTests
{
    private const BindingFlags AllFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly byte[] Secret = [.. Enumerable.Repeat((byte)0xA5, 20)];

    [Fact]
    public void Ten_thousand_codes_of_SHA_1_allocate_nothing()
    {
        OtpGenerator generator = new(OtpAlgorithm.Sha1, 6, Secret);
        uint sum = generator.Compute(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (ulong counter = 0; counter < 10_000; counter++)
        {
            sum += generator.Compute(counter);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotEqual(0u, sum);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(OtpAlgorithm.Sha1, 20)]
    [InlineData(OtpAlgorithm.Sha1, 100)]
    [InlineData(OtpAlgorithm.Sha256, 32)]
    [InlineData(OtpAlgorithm.Sha512, 64)]
    public void Clear_leaves_nothing_of_the_secret_in_any_field(OtpAlgorithm algorithm, int secretBytes)
    {
        byte[] secret = [.. Enumerable.Repeat((byte)0xA5, secretBytes)];
        OtpGenerator generator = new(algorithm, 6, secret);
        Assert.NotEqual(0u, generator.Compute(1));
        Assert.NotEmpty(NonZeroArrays(generator));

        generator.Clear();
        Assert.Empty(NonZeroArrays(generator));
    }

    [Fact]
    public void Clear_wipes_both_mid_states_and_the_work_buffers_of_the_hmac()
    {
        HmacSha1 hmac = new(Secret);
        Assert.NotEqual(0u, hmac.Truncate(1));
        Assert.Equal(["_factorBlock", "_hashBlock", "_inner", "_outer", "_state"], NonZeroArrays(hmac).Order());

        hmac.Clear();
        Assert.Empty(NonZeroArrays(hmac));
    }

    [Fact]
    public void A_new_hmac_keeps_the_mid_states_and_the_constant_ends_of_its_blocks() => AssertAtRest(new HmacSha1(Secret));

    [Fact]
    public void After_a_hash_nothing_of_it_is_kept()
    {
        HmacSha1 hmac = new(Secret);
        Assert.NotEmpty(hmac.ComputeHash(Secret));
        AssertAtRest(hmac);
    }

    private static void AssertAtRest(HmacSha1 hmac)
    {
        Assert.Equal(["_factorBlock", "_hashBlock", "_inner", "_outer"], NonZeroArrays(hmac).Order());
        Assert.Equal([0x80000000u, 512 + 64], Words(hmac, "_factorBlock").Where(word => word != 0));
        Assert.Equal([0x80000000u, 512 + 160], Words(hmac, "_hashBlock").Where(word => word != 0));
    }

    private static uint[] Words(HmacSha1 hmac, string field) => (uint[])typeof(HmacSha1).GetField(field, AllFields)!.GetValue(hmac)!;

    // The moving factor is no secret: the message buffer of SHA-256 and SHA-512 may keep it.
    private static IEnumerable<string> NonZeroArrays(object owner)
    {
        foreach (FieldInfo field in owner.GetType().GetFields(AllFields).Where(field => field.Name != "_message"))
        {
            switch (field.GetValue(owner))
            {
                case byte[] bytes when bytes.Any(value => value != 0):
                case uint[] words when words.Any(value => value != 0):
                    yield return field.Name;
                    break;
                case HmacSha1 hmac:
                    foreach (string name in NonZeroArrays(hmac))
                    {
                        yield return name;
                    }

                    break;
            }
        }
    }
}
