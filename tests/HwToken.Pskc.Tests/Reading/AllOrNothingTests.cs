using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

public class AllOrNothingTests
{
    private static readonly PskcWriteOptions Options = Lots.Options(PskcProfile.Portable);
    private static readonly PskcReadOptions Demand = new() { KeySource = Options.Protection, Certificate = Signer.Certificate };

    [Fact]
    public void A_fault_in_the_last_key_yields_no_key_at_all()
    {
        string xml = Files.Container(string.Concat(Enumerable.Range(1, 500).Select(i => Files.HotpPackage($"HWHA{i:D8}"))));
        int last = xml.LastIndexOf(">42<", StringComparison.Ordinal);
        Assert.Equal(PskcError.OutOfRange, Try.Refused(xml.Remove(last + 1, 2).Insert(last + 1, "-1")));
    }

    [Fact]
    public void A_file_changed_after_the_check_yields_nothing_that_was_not_checked()
    {
        byte[] good = Encoding.UTF8.GetBytes(Lots.Write(Options, Lots.Lot, Enumerable.Range(1, 300).Select(i => Lots.Totp($"HWTA{i:D8}"))));
        string text = Encoding.UTF8.GetString(good);
        foreach (int at in new[] { text.IndexOf("HWTA00000001", StringComparison.Ordinal), text.IndexOf("HWTA00000299", StringComparison.Ordinal), good.Length - 3 })
        {
            var stream = new MemoryStream();
            stream.Write(good);
            stream.Position = 0;
            using SeedDocument document = PskcReader.Open(stream, Demand);
            stream.GetBuffer()[at] ^= 1;
            var seen = new List<string>();
            var refusal = Assert.Throws<PskcException>(() =>
            {
                foreach (PskcKey key in document.Keys())
                {
                    seen.Add(key.Id);
                    key.Dispose();
                }
            });
            Assert.Equal(PskcError.ChangedWhileReading, refusal.Error);
            Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => $"HWTA{i:D8}"), seen);
            stream.GetBuffer()[at] ^= 1;
            Assert.Equal(300, document.ReadAll().Count);
            stream.SetLength(good.Length - 20_000);
            Assert.ThrowsAny<PskcException>(document.ReadAll);
            stream.SetLength(good.Length);
        }
    }

    [Fact]
    public void The_check_starts_where_the_stream_stands()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("12345" + Files.Plain);
        var stream = new MemoryStream(bytes) { Position = 5 };
        using SeedDocument document = PskcReader.Open(stream, new PskcReadOptions());
        Assert.Equal(2, document.ReadAll().Count);
        Assert.Equal(2, document.ReadAll().Count);
    }

    [Fact]
    public void No_secret_is_decrypted_before_the_signature_was_found_good()
    {
        string xml = Lots.Write(Options, null, Lots.Totp("HWTA00000001"));
        var noKey = new PskcReadOptions { Certificate = Signer.Other };
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(xml, noKey));
        Assert.Equal(PskcError.KeyRequired, Try.Refused(xml, noKey with { Certificate = Signer.Certificate }));
    }
}
