using System.Globalization;
using HwToken.Pskc;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Import;

/// <summary>Reads and checks the whole file, seals every secret, and only then writes, in one transaction.</summary>
internal sealed class PskcImporter(
    IDatabase database, FileKeyHolder keys, ServiceChain chain, RowMac macs, ReceiptSigner signer, ValidationOptions options) : IPskcImporter
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
            return await database.WriteAsync(context => WriteAsync(context, file.Rows, receipt, request), cancellation).ConfigureAwait(false);
        }
        catch (DuplicateIdsException duplicate)
        {
            SignedReceipt? earlier = await FindReceiptAsync(receipt.Facts.IdsSha256, cancellation).ConfigureAwait(false);
            return new ImportOutcome.Refused(ErrorTable.ImportDuplicate, Remedy(duplicate, receipt.Facts, earlier?.Facts), earlier);
        }
    }

    public async Task<SignedReceipt?> FindReceiptAsync(string digest, CancellationToken cancellation)
    {
        string wanted = digest.ToLowerInvariant();
        ImportedLotRow? found = await database.ReadAsync(
            context => context.Imports.FirstOrDefaultAsync(row => row.FileSha256 == wanted || row.IdsSha256 == wanted, cancellation), cancellation).ConfigureAwait(false);
        return found?.ToReceipt();
    }

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

    private async Task<ImportOutcome> WriteAsync(ValidationContext context, List<Credential> rows, SignedReceipt receipt, ImportRequest request)
    {
        PskcReceipt facts = receipt.Facts;
        long at = facts.ImportedAt.ToUnixTimeMilliseconds();
        List<string> duplicates = await ImportWriter.InsertAsync(context, rows, facts.LotId, request.Activate, at, macs).ConfigureAwait(false);
        if (duplicates.Count > 0)
        {
            throw new DuplicateIdsException(duplicates);
        }

        context.Imports.Add(ImportedLotRow.Of(receipt));
        string detail = $"lot {facts.LotId}, {facts.Count} credentials, file {facts.FileSha256}, IDs {facts.IdsSha256}{(request.Activate ? ", activated" : "")}";
        await chain.AppendAsync(context, request.Actor, "import", "done", detail).ConfigureAwait(false);
        return new ImportOutcome.Imported(receipt);
    }
}
