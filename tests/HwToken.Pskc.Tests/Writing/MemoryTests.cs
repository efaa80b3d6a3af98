using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Writing;

/// <summary>Alone on the heap: other tests would be measured too.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public class MemoryAlone;

/// <summary>What is kept for a key must be some bytes, not the key: a document tree keeps 20,000 bytes of each.</summary>
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    private const int Few = 1_000;
    private const int Many = 21_000;
    private const int BytesPerKey = 300;

    [Fact]
    public void Writing_a_signed_file_keeps_some_bytes_of_each_key()
    {
        using var writer = new PskcWriter(Stream.Null, Lots.Options(PskcProfile.Portable));
        using PskcKey template = Lots.Totp("X");
        long before = 0;
        for (int i = 0; i < Many; i++)
        {
            before = i == Few ? GC.GetTotalMemory(forceFullCollection: true) : before;
            writer.Write(new PskcKey { Id = $"HWTA{i:D8}", Algorithm = PskcAlgorithm.Totp, PeriodSeconds = 30, Secret = template.Secret });
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, (Many - Few) * BytesPerKey);
        writer.Complete();
    }

    [Fact]
    public void Checking_and_reading_a_signed_file_keeps_some_bytes_of_each_key()
    {
        PskcWriteOptions options = Lots.Options(PskcProfile.Portable);
        byte[] file = Encoding.UTF8.GetBytes(Lots.Write(options, null, Enumerable.Range(0, Many).Select(i => Lots.Totp($"HWTA{i:D8}"))));
        var read = new PskcReadOptions { KeySource = options.Protection, Certificate = Signer.Certificate };
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using SeedDocument document = PskcReader.Open(new MemoryStream(file), read);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Few * BytesPerKey);
        int count = 0;
        foreach (PskcKey key in document.Keys())
        {
            key.Dispose();
            if (++count == Many - 1)
            {
                Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Many * BytesPerKey);
            }
        }

        Assert.Equal(Many, count);
    }
}
