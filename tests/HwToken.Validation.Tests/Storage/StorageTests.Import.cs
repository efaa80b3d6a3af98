using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Storage;

public abstract partial class StorageTests
{
    private static readonly byte[] TransportKey = SHA256.HashData("transport"u8);

    [Fact]
    public async Task A_lot_is_taken_in_whole_and_answered_with_a_signed_receipt()
    {
        TestToken[] tokens = [.. Enumerable.Range(0, 700).Select(i => new TestToken($"DPHT0000{i:D4}", i % 2 == 0 ? OtpType.Hotp : OtpType.Totp))];
        byte[] lot = Lot(tokens);
        SignedReceipt signed = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(lot)).Receipt;
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(system.Importer.ReceiptCertificatePem);
        PskcReceipt receipt = PskcReceipt.Verify(signed.Text, certificate);
        Assert.Equal(signed.Facts, receipt);
        Assert.Equal(("LOT-1", 700, "HwToken validation"), (receipt.LotId, receipt.Count, receipt.Service));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(lot)), receipt.FileSha256);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(tokens.Select(token => token.Id + "\n"))))), receipt.IdsSha256);
        Assert.Equal(signed, await system.Importer.FindReceiptAsync(receipt.IdsSha256));
        Assert.Equal(signed, await system.Importer.FindReceiptAsync(receipt.FileSha256.ToUpperInvariant()));
        Assert.Null(await system.Importer.FindReceiptAsync(new string('0', 64)));

        await RejectedAsync(RejectReason.NotEnrolled, system.Service.ValidateAsync(tokens[0].Id, tokens[0].Code(0), "test"));
        await AcceptedAsync(0, system.Service.ActivateAsync(tokens[0].Id, tokens[0].Code(0), "test"));
        await AcceptedAsync(Start / 30, system.Service.ActivateAsync(tokens[1].Id, tokens[1].CodeAt(Start), "test"));
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task An_import_tells_how_far_it_is_while_it_reads_and_while_it_writes()
    {
        TestToken[] tokens = [.. Enumerable.Range(0, 1100).Select(i => new TestToken($"DPHT0000{i:D4}"))];
        var told = new List<ImportProgress>();
        using PskcKeySource key = PskcKeySource.PreSharedKey(TransportKey);
        using var file = new MemoryStream(Lot(tokens));
        Assert.IsType<ImportOutcome.Imported>(await system.Importer.ImportAsync(file, new ImportRequest("test", Key: key, Progress: new Told(told))));
        Assert.Equal(
            [new(ImportStage.Reading, 0, 1100), new(ImportStage.Reading, 500, 1100), new(ImportStage.Reading, 1000, 1100), new(ImportStage.Reading, 1100, 1100), new(ImportStage.Writing, 500, 1100), new(ImportStage.Writing, 1000, 1100), new(ImportStage.Writing, 1100, 1100)],
            told);
    }

    [Fact]
    public async Task An_import_may_activate()
    {
        var token = new TestToken("DPHT00000001");
        Assert.IsType<ImportOutcome.Imported>(await ImportAsync(Lot([token]), activate: true));
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
    }

    [Fact]
    public async Task One_ID_that_is_there_already_refuses_the_whole_file()
    {
        await new TestToken("DPHT00000005").AddAsync(system);
        TestToken[] tokens = [.. Enumerable.Range(0, 10).Select(i => new TestToken($"DPHT0000000{i}"))];
        ImportOutcome.Refused refused = Assert.IsType<ImportOutcome.Refused>(await ImportAsync(Lot(tokens)));
        Assert.Same(ErrorTable.ImportDuplicate, refused.Error);
        Assert.Contains("DPHT00000005", refused.Detail, StringComparison.Ordinal);
        Assert.Single(await system.Desk.SearchAsync(""));
    }

    [Fact]
    public async Task The_same_lot_twice_is_refused_and_its_receipt_is_still_to_be_had()
    {
        byte[] lot = Lot([new TestToken("DPHT00000001")]);
        SignedReceipt receipt = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(lot)).Receipt;
        ImportOutcome.Refused refused = Assert.IsType<ImportOutcome.Refused>(await ImportAsync(lot));
        Assert.Contains(receipt.Facts.FileSha256, refused.Detail, StringComparison.Ordinal);
        Assert.StartsWith("This file was imported at", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(receipt, await system.Importer.FindReceiptAsync(receipt.Facts.FileSha256));
    }

    [Fact]
    public async Task The_same_lot_sealed_anew_is_refused_with_the_way_to_the_first_files_receipt()
    {
        SignedReceipt receipt = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(Lot([new TestToken("DPHT00000001")]))).Receipt;
        ImportOutcome.Refused refused = Assert.IsType<ImportOutcome.Refused>(await ImportAsync(Lot([new TestToken("DPHT00000001")])));
        Assert.StartsWith("This lot, in another file,", refused.Detail, StringComparison.Ordinal);
        Assert.Contains(receipt.Facts.FileSha256, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_of_one_lot_at_once_take_it_in_once()
    {
        byte[] lot = Lot([.. Enumerable.Range(0, 50).Select(i => new TestToken($"DPHT000000{i:D2}"))]);
        ImportOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ImportAsync(lot)));
        Assert.Single(outcomes.OfType<ImportOutcome.Imported>());
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task With_a_certificate_an_unsigned_or_altered_or_foreign_lot_is_refused()
    {
        using X509Certificate2 factory = Certificate();
        using X509Certificate2 stranger = Certificate();
        TestToken[] tokens = [new TestToken("DPHT00000001"), new TestToken("DPHT00000002")];
        await system.DisposeAsync();
        system = await ValidationSystem.OpenAsync(options with { ImportCertificate = factory });
        byte[] good = Lot(tokens, factory);
        byte[] altered = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(good).Replace("DPHT00000002", "DPHT00000003", StringComparison.Ordinal));
        foreach (byte[] bad in new[] { Lot(tokens), Lot(tokens, stranger), altered })
        {
            Assert.Same(ErrorTable.ImportRefused, Assert.IsType<ImportOutcome.Refused>(await ImportAsync(bad)).Error);
        }

        Assert.Empty(await system.Desk.SearchAsync(""));
        Assert.IsType<ImportOutcome.Imported>(await ImportAsync(good));
    }

    [Fact]
    public async Task A_file_of_certificates_is_read_at_every_import()
    {
        using X509Certificate2 first = Certificate();
        using X509Certificate2 second = Certificate();
        string path = Path.Combine(options.DataFolder, "lots.pem");
        await File.WriteAllTextAsync(path, first.ExportCertificatePem());
        await system.DisposeAsync();
        system = await ValidationSystem.OpenAsync(options with { ImportCertificateFile = path });
        byte[] lot = Lot([new TestToken("DPHT00000001")], second);
        Assert.IsType<ImportOutcome.Refused>(await ImportAsync(lot));
        await File.AppendAllTextAsync(path, "\n" + second.ExportCertificatePem());
        Assert.IsType<ImportOutcome.Refused>(await ImportAsync(Lot([new TestToken("DPHT00000001")])));
        Assert.IsType<ImportOutcome.Imported>(await ImportAsync(lot));
        await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(options with { ImportCertificateFile = path + ".none" }));
    }

    [Theory]
    [InlineData("<x/>")]
    [InlineData("no XML at all")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"e\">]><x>&e;</x>")]
    [InlineData("")]
    public async Task What_is_no_PSKC_is_refused(string text) =>
        Assert.Same(ErrorTable.ImportRefused, Assert.IsType<ImportOutcome.Refused>(await ImportAsync(Encoding.UTF8.GetBytes(text))).Error);

    [Theory]
    [InlineData("serial 17")]
    [InlineData("DPHT0000001")]
    [InlineData("ABC")]
    public async Task Keys_that_this_service_cannot_serve_refuse_the_file(string id)
    {
        using var key = new PskcKey { Id = id, Algorithm = PskcAlgorithm.Hotp, Counter = 0, Secret = new PskcSecret(new byte[20]) };
        ImportOutcome.Refused refused = Assert.IsType<ImportOutcome.Refused>(await ImportAsync(Write([key], null)));
        Assert.Same(ErrorTable.ImportRefused, refused.Error);
        Assert.Contains($"key '{id}'", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serial-17", 7)]
    [InlineData("AUDIT", 8)]
    [InlineData("DPHT00000001", 8)]
    public async Task Any_makers_IDs_and_seven_or_eight_digits_are_taken(string id, int digits)
    {
        using var key = new PskcKey { Id = id, Algorithm = PskcAlgorithm.Hotp, Counter = 0, Digits = digits, Secret = new PskcSecret(new byte[20]) };
        Assert.IsType<ImportOutcome.Imported>(await ImportAsync(Write([key], null)));
        Assert.Equal((id, digits), await system.Desk.GetAsync(id.ToLowerInvariant()) is { } view ? (view.WrittenId, view.Digits) : default);
    }

    private async Task<ImportOutcome> ImportAsync(byte[] lot, bool activate = false)
    {
        using var key = PskcKeySource.PreSharedKey(TransportKey);
        using var file = new MemoryStream(lot);
        return await system.Importer.ImportAsync(file, new ImportRequest("test", activate, key));
    }

    private static byte[] Lot(IEnumerable<TestToken> tokens, X509Certificate2? signer = null)
    {
        PskcKey[] keys = [.. tokens.Select(token => new PskcKey
        {
            Id = token.Id,
            Algorithm = token.Parameters.Type == OtpType.Hotp ? PskcAlgorithm.Hotp : PskcAlgorithm.Totp,
            Counter = token.Parameters.Type == OtpType.Hotp ? 0 : null,
            PeriodSeconds = token.Parameters.Type == OtpType.Totp ? 30 : null,
            Time = token.Parameters.Type == OtpType.Totp ? 0 : null,
            Secret = new PskcSecret(token.Secret),
        })];
        return Write(keys, signer);
    }

    private static byte[] Write(PskcKey[] keys, X509Certificate2? signer)
    {
        using var protection = PskcKeySource.PreSharedKey(TransportKey);
        using var file = new MemoryStream();
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection, SigningCertificate = signer }))
        {
            foreach (PskcKey key in keys)
            {
                writer.Write(key);
                key.Dispose();
            }

            writer.Complete(new PskcLot { LotId = "LOT-1" });
        }

        return file.ToArray();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=factory", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    /// <summary>Notes on the spot what is told; the platform's own class would tell it later, in any order.</summary>
    private sealed class Told(List<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told.Add(value);
    }
}
