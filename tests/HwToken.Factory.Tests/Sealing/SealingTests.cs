using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Sealing;
using HwToken.Factory.Tests.Exports;
using HwToken.Pskc;

namespace HwToken.Factory.Tests.Sealing;

public sealed class SealingTests : IDisposable
{
    private readonly TestFactory _factory = new();
    private readonly PskcKeySource _key = PskcKeySource.PreSharedKey(new byte[16]);

    public void Dispose()
    {
        _key.Dispose();
        _factory.Dispose();
    }

    [Theory]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha1)]
    [InlineData(OtpType.Hotp, OtpAlgorithm.Sha1)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha256)]
    public void A_sealed_lot_reads_back_signed_whole_and_with_its_scrap_list(OtpType type, OtpAlgorithm algorithm)
    {
        Lot lot = _factory.Create(count: 4, type: type, algorithm: algorithm);
        lot.Ledger.TryScrap("DPHT00000002", "fell", TestFactory.Who);
        ExportTests.TestFactoryPasses(lot);

        SealedFile file = LotSealer.Seal(lot, Options(lot));

        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(lot.CertificatePem);
        using SeedDocument document = PskcReader.Open(file.Path, new PskcReadOptions { KeySource = _key, Certificate = certificate });
        Assert.Equal(PskcSignatureStatus.Valid, document.Signature);
        Assert.Equal((3, "DPHT00000001", "DPHT00000004"), (document.Lot!.Count, document.Lot.FirstId, document.Lot.LastId));
        Assert.Equal(new PskcScrap("DPHT00000002", "fell"), Assert.Single(document.Lot.Scrapped));
        Assert.NotNull(document.Lot.AuditHead);
        foreach (PskcKey key in document.Keys())
        {
            Assert.Equal(lot.Secret(key.Id), key.Secret.Span.ToArray());
            key.Dispose();
        }

        Assert.Equal(3, lot.Ledger.Counts()[UnitState.Sealed]);
    }

    [Fact]
    public void A_lot_with_loose_ends_is_not_sealed()
    {
        Lot lot = _factory.Create(count: 3);
        lot.Ledger.Take("bench port", TestFactory.Who);
        Assert.Contains("not finished", Assert.Throws<FactoryException>(() => LotSealer.Seal(lot, Options(lot))).Message, StringComparison.Ordinal);
        lot.Ledger.TryMove("DPHT00000001", UnitState.Writing, UnitState.Written, TestFactory.Who);
        lot.Ledger.TryMove("DPHT00000001", UnitState.Written, UnitState.Verified, TestFactory.Who);
        SealOptions scrapping = Options(lot) with { ScrapsUnfinished = true };
        Assert.Contains("no label", Assert.Throws<FactoryException>(() => LotSealer.Seal(lot, scrapping)).Message, StringComparison.Ordinal);
        Assert.Equal(0, lot.Ledger.Counts()[UnitState.Scrapped]);
        lot.Ledger.TryMove("DPHT00000001", UnitState.Verified, UnitState.Labelled, TestFactory.Who);
        Assert.Equal(1, LotSealer.Seal(lot, scrapping).Count);
        Assert.Equal(2, lot.Ledger.Counts()[UnitState.Scrapped]);
    }

    [Fact]
    public void Sealing_again_replaces_the_lot_s_own_seed_file_and_no_other_file()
    {
        Lot lot = _factory.Create(count: 1);
        ExportTests.TestFactoryPasses(lot);
        string outside = Path.Combine(_factory.Folder, "outside.xml");
        File.WriteAllText(outside, "somebody's");
        foreach (string taken in new[] { outside, lot.Folder.Ledger, lot.Folder.Certificate, _factory.Folder })
        {
            Assert.Contains("exists already", Assert.Throws<FactoryException>(() => LotSealer.Seal(lot, Options(lot) with { Path = taken })).Message, StringComparison.Ordinal);
        }

        Assert.Equal("somebody's", File.ReadAllText(outside));
        File.Delete(outside);
        foreach (string own in new[] { Options(lot).Path, outside })
        {
            LotSealer.Seal(lot, Options(lot) with { Path = own });
            Assert.Equal(1, LotSealer.Seal(lot, Options(lot) with { Path = own }).Count);
        }
    }

    [Fact]
    public void Any_reason_for_scrapping_fits_into_the_seed_file()
    {
        Lot lot = _factory.Create(count: 4);
        string[] reasons = ["", " two\nlines\u0007 ", new string('x', 119) + "\ud83d\udd11", "\ufffe"];
        foreach ((string id, string reason) in lot.Ledger.Units().Select(unit => unit.Id).ToList().Zip(reasons))
        {
            lot.Ledger.TryScrap(id, reason, TestFactory.Who);
        }

        using (IdRegistry registry = IdRegistry.Open(_factory.Home.RegistryPath, TimeProvider.System))
        {
            lot.Extend(registry, 1, null, TestFactory.Who);
        }

        ExportTests.TestFactoryPasses(lot);
        SealedFile file = LotSealer.Seal(lot, Options(lot));
        using SeedDocument document = PskcReader.Open(file.Path, new PskcReadOptions { KeySource = _key });
        Assert.Equal(["scrapped", "twolines", new string('x', 119), "scrapped"], document.Lot!.Scrapped.Select(scrap => scrap.Reason));
    }

    [Fact]
    public void A_receipt_for_all_of_the_lot_destroys_its_secrets_for_good()
    {
        Lot lot = _factory.Create(count: 3);
        byte[] sealedSecret = lot.Ledger.SealedSecret("DPHT00000001")!;
        ExportTests.TestFactoryPasses(lot);
        SealedFile file = LotSealer.Seal(lot, Options(lot));
        using X509Certificate2 service = Service();
        string receipt = Receipt(lot, file).Sign(service);
        PskcReceipt read = ReceiptKeeper.Check(lot, receipt, service);

        ReceiptKeeper.Destroy(lot, read, TestFactory.Who);

        Assert.False(File.Exists(file.Path));
        Assert.Null(lot.Ledger.SealedSecret("DPHT00000001"));
        Assert.Throws<FactoryException>(() => lot.Secret("DPHT00000001"));
        Assert.Equal(32, lot.Keys.AdminKey("DPHT00000001").Length);
        foreach (string path in Directory.EnumerateFiles(lot.Folder.Folder, "ledger.db*"))
        {
            Assert.True(Read(path).AsSpan().IndexOf(sealedSecret) < 0, $"the sealed secret is still in {Path.GetFileName(path)}");
        }
    }

    [Fact]
    public void A_receipt_for_less_for_another_lot_or_with_another_signature_destroys_nothing()
    {
        Lot lot = _factory.Create(count: 3);
        ExportTests.TestFactoryPasses(lot);
        SealedFile file = LotSealer.Seal(lot, Options(lot));
        using X509Certificate2 service = Service();
        using X509Certificate2 stranger = Service();
        PskcReceipt right = Receipt(lot, file);
        Assert.Throws<PskcException>(() => ReceiptKeeper.Check(lot, right.Sign(stranger), service));
        Assert.Throws<PskcException>(() => ReceiptKeeper.Check(lot, "no.receipt.atall", service));
        Assert.Throws<FactoryException>(() => ReceiptKeeper.Check(lot, (right with { Count = 2 }).Sign(service), service));
        Assert.Throws<FactoryException>(() => ReceiptKeeper.Check(lot, (right with { LotId = "OTHER" }).Sign(service), service));
        Assert.Throws<FactoryException>(() => ReceiptKeeper.Check(lot, (right with { FileSha256 = new string('0', 64) }).Sign(service), service));
        Assert.Throws<FactoryException>(() => ReceiptKeeper.Check(lot, (right with { IdsSha256 = new string('0', 64) }).Sign(service), service));
        Assert.NotNull(lot.Ledger.SealedSecret("DPHT00000001"));
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static PskcReceipt Receipt(Lot lot, SealedFile file) => new()
    {
        LotId = lot.Definition.LotId,
        FileSha256 = file.Sha256,
        Count = file.Count,
        IdsSha256 = file.IdsSha256,
        ImportedAt = DateTimeOffset.FromUnixTimeSeconds(1767225600),
        Service = "test",
    };

    private static X509Certificate2 Service()
    {
        using RSA rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=validation", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private SealOptions Options(Lot lot) => new()
    {
        Profile = PskcProfile.Portable,
        Protection = _key,
        Path = Path.Combine(lot.Folder.Folder, "lot.pskcxml"),
        Who = TestFactory.Who,
    };
}
