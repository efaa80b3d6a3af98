using System.Text.RegularExpressions;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Writing;

public class WriterTests
{
    [Theory]
    [InlineData(PskcProfile.Portable, null)]
    [InlineData(PskcProfile.Portable, "correct horse")]
    [InlineData(PskcProfile.Strong, null)]
    [InlineData(PskcProfile.Strong, "correct horse")]
    public void What_is_written_is_read_and_its_signature_holds(PskcProfile profile, string? passphrase)
    {
        PskcWriteOptions options = Lots.Options(profile, passphrase: passphrase);
        string xml = Lots.Write(options, Lots.Lot, Lots.Totp("HWTA00000001"), Lots.Hotp("HWHA00000002", long.MaxValue));
        Assert.True(Signer.Verify(xml, Signer.Certificate), "SignedXml must agree");
        var read = new PskcReadOptions { KeySource = options.Protection, Certificate = Signer.Certificate, RequireEncryption = true };
        using SeedDocument document = Try.Open(xml, read);
        Assert.Equal((PskcSignatureStatus.Valid, 2, "LOT-7"), (document.Signature, document.Count, document.ContainerId));
        IReadOnlyList<PskcKey> keys = document.ReadAll();
        Assert.Equal(("HWTA00000001", "HWTA00000001", 30, 0L, "HW-T"), (keys[0].Id, keys[0].SerialNo, keys[0].PeriodSeconds, keys[0].Time, keys[0].Model));
        Assert.Equal((long.MaxValue, PskcAlgorithm.Hotp), (keys[1].Counter, keys[1].Algorithm));
        Assert.All(keys, key => Assert.Equal(Files.RfcSecret, Try.Secret(key)));
        Assert.Equal(("2026-47", 2, "HWTA00000001", "HWHA00000002", "00ff"), (document.Lot!.LotId, document.Lot.Count, document.Lot.FirstId, document.Lot.LastId, document.Lot.AuditHead));
        Assert.Equal(Lots.Lot.Scrapped, document.Lot.Scrapped);
    }

    [Fact]
    public void The_portable_profile_is_what_every_reader_takes()
    {
        string xml = Lots.Write(Lots.Options(PskcProfile.Portable, passphrase: "words"), null, Lots.Totp("HWTA00000001"), Lots.Hotp("HWHA00000002"));
        foreach (string expected in new[]
        {
            "xmlenc#aes128-cbc", "xmldsig#hmac-sha1", "Id=\"HWTA00000001\"", "<SerialNo>HWTA00000001</SerialNo>", $"Algorithm=\"{Files.Totp}\"", $"Algorithm=\"{Files.Hotp}\"",
            "<ResponseFormat Encoding=\"DECIMAL\" Length=\"6\">", "<TimeInterval><PlainValue>30</PlainValue>", "<Counter><PlainValue>0</PlainValue>",
            "<Salt xmlns=\"\"><Specified>", "<IterationCount xmlns=\"\">100000<", "<KeyLength xmlns=\"\">16<", "2036-11-20T00:00:00Z", "xmldsig-more#rsa-sha256", "<ds:X509Certificate>",
        })
        {
            Assert.Contains(expected, xml);
        }

        // With a character that no Base64 holds: signature and certificate are other letters each time.
        foreach (string unexpected in new[] { "<TimeDrift", "<Suite", "<PRF", "sha1\"></ds", Files.RfcSecretBase64 })
        {
            Assert.DoesNotContain(unexpected, xml);
        }
    }

    [Fact]
    public void The_strong_profile_uses_AES256_and_SHA256_throughout()
    {
        PskcKey key = Lots.Totp("HWTA00000001", new byte[32]);
        var sha256 = new PskcKey { Id = "HWTA00000002", Algorithm = PskcAlgorithm.Totp, Suite = PskcSuite.Sha256, Digits = 8, PeriodSeconds = 60, Secret = key.Secret };
        string xml = Lots.Write(Lots.Options(PskcProfile.Strong, passphrase: "words"), null, sha256);
        Assert.All(new[] { "xmlenc#aes256-cbc", "xmldsig-more#hmac-sha256", "<Suite>SHA256</Suite>", "<PRF xmlns=\"\" Algorithm=", "<KeyLength xmlns=\"\">32<" }, part => Assert.Contains(part, xml));
        Assert.All(new[] { "#sha1", "-sha1", "#aes128" }, part => Assert.DoesNotContain(part, xml));
    }

    [Fact]
    public void Initialisation_vectors_and_MAC_keys_never_repeat()
    {
        IEnumerable<string> Ciphers() => Regex.Matches(
            Lots.Write(Lots.Options(PskcProfile.Portable, signed: false), null, Enumerable.Range(1, 50).Select(i => Lots.Totp($"HWTA{i:D8}"))),
            "<xenc:CipherValue>(.{20})").Select(m => m.Groups[1].Value);
        string[] all = [.. Ciphers(), .. Ciphers()];
        Assert.Equal(102, all.Length);
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    public static TheoryData<string, string> LotTamperings => new()
    {
        { "Count=\"3\"", "Count=\"2\"" },
        { "FirstId=\"HWTA00000001\"", "FirstId=\"HWTA00000002\"" },
        { "LastId=\"HWTA00000003\"", "LastId=\"HWTA00000002\"" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(LotTamperings))]
    public void A_missing_or_added_key_shows_even_without_a_signature(string old, string with)
    {
        PskcWriteOptions options = Lots.Options(PskcProfile.Portable, signed: false);
        string xml = Lots.Write(options, Lots.Lot, Lots.Totp("HWTA00000001"), Lots.Totp("HWTA00000002"), Lots.Totp("HWTA00000003"));
        string edited = old.Length > 0 ? Try.Replace(xml, old, with)
            : Regex.Replace(xml, "<KeyPackage>(?:(?!</KeyPackage>).)*HWTA00000002.*?</KeyPackage>", "", RegexOptions.Singleline);
        Assert.NotEqual(xml, edited);
        Assert.Equal(PskcError.LotMismatch, Try.Refused(edited, new PskcReadOptions { KeySource = options.Protection }));
    }

    [Fact]
    public void The_scrap_list_and_audit_head_are_covered_by_the_signature()
    {
        PskcWriteOptions options = Lots.Options(PskcProfile.Portable);
        string xml = Lots.Write(options, Lots.Lot, Lots.Totp("HWTA00000001"));
        var read = new PskcReadOptions { KeySource = options.Protection, Certificate = Signer.Certificate };
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Try.Replace(xml, "00ff", "00fe"), read));
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Try.Replace(xml, "display dead", "display good"), read));
    }

    [Fact]
    public void A_file_that_was_not_completed_is_refused()
    {
        var stream = new MemoryStream();
        PskcWriteOptions options = Lots.Options(PskcProfile.Portable);
        using (var writer = new PskcWriter(stream, options))
        {
            writer.Write(Lots.Totp("HWTA00000001"));
        }

        Assert.Equal(PskcError.NotXml, Try.Refused(System.Text.Encoding.UTF8.GetString(stream.ToArray()), new PskcReadOptions { KeySource = options.Protection }));
    }

    [Fact]
    public void Keys_and_options_that_break_a_rule_are_not_written()
    {
        using var writer = new PskcWriter(new MemoryStream(), Lots.Options(PskcProfile.Portable));
        writer.Write(Lots.Totp("HWTA00000001"));
        Refuses(PskcError.DuplicateId, () => writer.Write(Lots.Totp("hwta00000001")));
        Refuses(PskcError.BadText, () => writer.Write(Lots.Totp("")));
        Refuses(PskcError.BadText, () => writer.Write(Lots.Totp("HW\u0001")));
        Refuses(PskcError.BadText, () => writer.Write(Lots.Totp("HW\ud83d")));
        Refuses(PskcError.BadText, () => writer.Write(Lots.Totp("HW\uffff")));
        Refuses(PskcError.OutOfRange, () => writer.Write(Lots.Totp("HWTA00000003", new byte[15])));
        Refuses(PskcError.OutOfRange, () => writer.Write(Lots.Hotp("HWHA00000003", -1)));
        Refuses(PskcError.WrongKey, () => new PskcWriter(new MemoryStream(), Lots.Options(PskcProfile.Strong) with { Protection = Lots.PreShared(PskcProfile.Portable) }).Dispose());
        Refuses(PskcError.OutOfRange, () => new PskcWriter(new MemoryStream(), Lots.Options(PskcProfile.Strong, passphrase: "x") with { Pbkdf2Rounds = 99_999 }).Dispose());
        Refuses(PskcError.BadText, () => new PskcWriter(new MemoryStream(), Lots.Options(PskcProfile.Strong) with { ContainerId = "7 lots" }).Dispose());
        Refuses(PskcError.SignatureUnsupported, () => new PskcWriter(new MemoryStream(), Lots.Options(PskcProfile.Strong) with { SigningCertificate = Signer.Weak }).Dispose());
        Refuses(PskcError.SignatureUnsupported, () => new PskcWriter(new MemoryStream(), Lots.Options(PskcProfile.Strong) with { SigningCertificate = Signer.Elliptic }).Dispose());
        using var empty = new PskcWriter(new MemoryStream(), Lots.Options(PskcProfile.Portable));
        Refuses(PskcError.MissingElement, () => empty.Complete());
    }

    private static void Refuses(PskcError error, Action action) => Assert.Equal(error, Assert.Throws<PskcException>(action).Error);
}
