using System.Globalization;
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

    public string ReceiptCertificatePem => signer.CertificatePem;

    public async Task<ImportOutcome> ImportAsync(Stream pskc, ImportRequest request, CancellationToken cancellation)
    {
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(options.Time.GetUtcNow().ToUnixTimeSeconds());
        ImportFile file;
        try
        {
            // The reader works in the caller's thread; a lot of many thousand keys takes seconds.
            file = await Task.Run(() => ImportFile.Read(pskc, request.Key, options, keys, at), cancellation).ConfigureAwait(false);
        }
        catch (PskcException refused)
        {
            return new ImportOutcome.Refused(ErrorTable.ImportRefused, refused.Message);
        }

        // Signed before anything is written: a receipt key that cannot be used leaves nothing imported.
        SignedReceipt receipt = signer.Sign(file.Receipt(options.ServiceName, at));
        try
        {
            return await database.WriteAsync(session => WriteAsync(session, file.Rows, receipt, request), cancellation).ConfigureAwait(false);
        }
        catch (DuplicateIdsException duplicate)
        {
            SignedReceipt? earlier = await FindReceiptAsync(receipt.Facts.IdsSha256, cancellation).ConfigureAwait(false);
            return new ImportOutcome.Refused(ErrorTable.ImportDuplicate, Remedy(duplicate, receipt.Facts, earlier?.Facts), earlier);
        }
    }

    public async Task<SignedReceipt?> FindReceiptAsync(string digest, CancellationToken cancellation) => await database.ReadAsync(
        session => session.FirstAsync(
            "SELECT receipt, lot, file_sha256, count, ids_sha256, imported_at, service FROM imports WHERE file_sha256 = @digest OR ids_sha256 = @digest",
            row => new SignedReceipt(row.GetString(0), new PskcReceipt
            {
                LotId = row.GetString(1),
                FileSha256 = row.GetString(2),
                Count = row.GetInt32(3),
                IdsSha256 = row.GetString(4),
                ImportedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
                Service = row.GetString(6),
            }),
            ("digest", digest.ToLowerInvariant())),
        cancellation).ConfigureAwait(false);

    /// <summary>What the sender can do about IDs that are here already.</summary>
    private static string Remedy(DuplicateIdsException duplicate, PskcReceipt refused, PskcReceipt? earlier)
    {
        if (earlier is not null)
        {
            string which = earlier.FileSha256 == refused.FileSha256 ? "This file" : "This lot, in another file,";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{which} was imported at {earlier.ImportedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}. Ask for its receipt by the file's SHA-256, {earlier.FileSha256}; nothing has to be imported again.");
        }

        string names = string.Join(", ", duplicate.Ids.Take(NamedDuplicates));
        return $"{duplicate.Ids.Count} of {refused.Count} IDs are here already: {names}{(duplicate.Ids.Count > NamedDuplicates ? ", …" : "")}. Have the file written anew without them.";
    }

    private async Task<ImportOutcome> WriteAsync(DbSession session, List<ImportRow> rows, SignedReceipt receipt, ImportRequest request)
    {
        PskcReceipt facts = receipt.Facts;
        long at = facts.ImportedAt.ToUnixTimeMilliseconds();
        List<string> duplicates = await ImportWriter.InsertAsync(session, rows, facts.LotId, request.Activate, at).ConfigureAwait(false);
        if (duplicates.Count > 0)
        {
            throw new DuplicateIdsException(duplicates);
        }

        await session.ExecuteAsync(
            "INSERT INTO imports (ids_sha256, file_sha256, lot, count, imported_at, service, receipt) VALUES (@ids, @file, @lot, @count, @at, @service, @receipt)",
            ("ids", facts.IdsSha256),
            ("file", facts.FileSha256),
            ("lot", facts.LotId),
            ("count", facts.Count),
            ("at", at),
            ("service", facts.Service),
            ("receipt", receipt.Text)).ConfigureAwait(false);
        string detail = $"lot {facts.LotId}, {facts.Count} credentials, file {facts.FileSha256}, IDs {facts.IdsSha256}{(request.Activate ? ", activated" : "")}";
        await chain.AppendAsync(session, request.Actor, "import", "done", detail).ConfigureAwait(false);
        return new ImportOutcome.Imported(receipt);
    }
}
