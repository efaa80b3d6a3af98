using System.Text.Json;
using HwToken.Pskc;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;

namespace HwToken.Validation.Import;

/// <summary>Reads and checks the whole file, seals every secret, and only then writes, in one transaction.</summary>
internal sealed class PskcImporter(
    IDatabase database, FileKeyHolder keys, ServiceChain chain, ReceiptSigner signer, ValidationOptions options) : IPskcImporter
{
    private const int NamedDuplicates = 10;

    public string ReceiptPublicKeyPem => signer.PublicKeyPem;

    public async Task<ImportOutcome> ImportAsync(Stream pskc, ImportRequest request, CancellationToken cancellation)
    {
        DateTimeOffset at = options.Time.GetUtcNow();
        string lot;
        List<ImportRow> rows;
        try
        {
            // The reader works in the caller's thread; a lot of many thousand keys takes seconds.
            (lot, rows) = await Task.Run(() => Read(pskc, request, at), cancellation).ConfigureAwait(false);
        }
        catch (PskcException refused)
        {
            return new ImportOutcome.Refused(ErrorTable.ImportRefused, refused.Message);
        }

        string digest = ImportReceipt.DigestOf(rows.Select(row => row.Id));
        ImportReceipt receipt = signer.Sign(lot, rows.Count, digest, at);
        try
        {
            return await database.WriteAsync(session => WriteAsync(session, rows, receipt, request, at), cancellation).ConfigureAwait(false);
        }
        catch (DuplicateIdsException duplicate)
        {
            string names = string.Join(", ", duplicate.Ids.Take(NamedDuplicates));
            string remedy = await FindReceiptAsync(digest, cancellation).ConfigureAwait(false) is { } earlier
                ? $"This lot was imported at {earlier.ImportedAt}; ask for its receipt by its IDs digest {digest}."
                : $"{duplicate.Ids.Count} of {rows.Count} IDs are here already: {names}.";
            return new ImportOutcome.Refused(ErrorTable.ImportDuplicate, remedy);
        }
    }

    public async Task<ImportReceipt?> FindReceiptAsync(string idsDigest, CancellationToken cancellation)
    {
        string? json = await database.ReadAsync(
            session => session.FirstAsync("SELECT receipt FROM imports WHERE ids_digest = @digest", row => row.GetString(0), ("digest", idsDigest)), cancellation).ConfigureAwait(false);
        return json is null ? null : JsonSerializer.Deserialize<ImportReceipt>(json);
    }

    private (string Lot, List<ImportRow> Rows) Read(Stream pskc, ImportRequest request, DateTimeOffset at)
    {
        keys.Refresh();
        using PskcDocument document = PskcReader.Open(pskc, new PskcReadOptions { Certificate = options.ImportCertificate, KeySource = request.Key });
        var rows = new List<ImportRow>(document.Count);
        foreach (PskcKey key in document.Keys())
        {
            using (key)
            {
                rows.Add(ImportRow.Of(key, keys, at.ToUnixTimeSeconds()));
            }
        }

        // The reader compares the Ids as they stand; once normalised, two more may be one.
        if (rows.DistinctBy(row => row.Id).Count() != rows.Count)
        {
            throw new PskcException(PskcError.DuplicateId, "The file brings one credential ID twice. Have the lot written anew.");
        }

        return (document.Lot?.LotId ?? document.ContainerId ?? "", rows);
    }

    private async Task<ImportOutcome> WriteAsync(
        DbSession session, List<ImportRow> rows, ImportReceipt receipt, ImportRequest request, DateTimeOffset at)
    {
        List<string> duplicates = await ImportWriter.InsertAsync(session, rows, receipt.Lot, request.Activate, at.ToUnixTimeMilliseconds()).ConfigureAwait(false);
        if (duplicates.Count > 0)
        {
            throw new DuplicateIdsException(duplicates);
        }

        await session.ExecuteAsync(
            "INSERT INTO imports (ids_digest, lot, count, imported_at, receipt) VALUES (@digest, @lot, @count, @at, @receipt)",
            ("digest", receipt.IdsDigest),
            ("lot", receipt.Lot),
            ("count", receipt.Count),
            ("at", at.ToUnixTimeMilliseconds()),
            ("receipt", JsonSerializer.Serialize(receipt))).ConfigureAwait(false);
        string detail = $"lot {receipt.Lot}, {receipt.Count} credentials, IDs {receipt.IdsDigest}{(request.Activate ? ", activated" : "")}";
        await chain.AppendAsync(session, request.Actor, "import", "done", detail).ConfigureAwait(false);
        return new ImportOutcome.Imported(receipt);
    }
}
