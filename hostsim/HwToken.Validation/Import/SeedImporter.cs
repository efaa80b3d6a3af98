using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Import;

/// <summary>Reads and checks the whole file, seals every secret, and only then writes, in one transaction.</summary>
internal sealed class SeedImporter(
    IDatabase database, FileKeyHolder keys, ServiceChain chain, RowMac macs, ReceiptSigner signer, ValidationOptions options) : ISeedImporter
{
    private const int NamedDuplicates = 10;
    private const int ComparedAtOnce = 500;
    private const int ComparedCodes = 4;

    public string ReceiptCertificatePem => signer.CertificatePem;

    public async Task<ImportOutcome> ImportAsync(Stream seeds, ImportRequest request, CancellationToken cancellation)
    {
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(options.Time.GetUtcNow().ToUnixTimeSeconds());
        ImportFile file;
        try
        {
            // The reader works in the caller's thread; a lot of many thousand keys takes seconds.
            file = await Task.Run(() => ImportFile.Read(seeds, request, options, keys, at), cancellation).ConfigureAwait(false);
        }
        catch (PskcException refused)
        {
            return new ImportOutcome.Refused(ErrorTable.ImportRefused, refused.Message);
        }

        // Signed before anything is written: a receipt key that cannot be used leaves nothing imported.
        SignedReceipt receipt = signer.Sign(file.Receipt(options.ServiceName, at));
        try
        {
            return await database.WriteAsync(context => WriteAsync(context, file, receipt, request), cancellation).ConfigureAwait(false);
        }
        catch (DuplicateIdsException duplicate)
        {
            SignedReceipt? earlier = await FindReceiptAsync(receipt.Facts.IdsSha256, cancellation).ConfigureAwait(false);
            return new ImportOutcome.Refused(ErrorTable.ImportDuplicate, Remedy(duplicate, receipt.Facts, earlier?.Facts), duplicate.Differing.Count > 0 ? null : earlier);
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
        if (duplicate.Differing.Count > 0)
        {
            return $"{duplicate.Differing.Count} of {refused.Count} IDs are here already with ANOTHER secret: {Names(duplicate.Differing)}. A credential keeps its secret for life. If the tokens were made anew, "
                + "have them made with IDs of their own, import those, and exchange old for new at the desk (Replace); if the file is not the one that you expected, ask its sender. Nothing was imported.";
        }

        if (earlier is not null)
        {
            string which = earlier.FileSha256 == refused.FileSha256 ? "This file" : "This lot, in another file,";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{which} was imported at {earlier.ImportedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}. Ask for its receipt by the file's SHA-256, {earlier.FileSha256}; nothing has to be imported again.");
        }

        return $"{duplicate.Ids.Count} of {refused.Count} IDs are here already, with the same secrets: {Names(duplicate.Ids)}. Have the file written anew without them.";
    }

    private static string Names(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(NamedDuplicates)) + (ids.Count > NamedDuplicates ? ", …" : "");

    /// <summary>Those of the IDs whose secret in the file is another than the one that is here.</summary>
    private async Task<List<string>> DifferingAsync(ValidationContext context, List<Credential> rows, List<string> ids)
    {
        var wanted = ids.ToHashSet();
        Dictionary<string, Credential> brought = rows.Where(row => wanted.Contains(row.Id)).ToDictionary(row => row.Id);
        var differing = new List<string>();
        foreach (string[] chunk in ids.Chunk(ComparedAtOnce))
        {
            foreach (Credential here in await context.Credentials.Where(row => chunk.Contains(row.Id)).ToListAsync().ConfigureAwait(false))
            {
                if (!HaveOneSecret(here, brought[here.Id]))
                {
                    differing.Add(here.Id);
                }
            }
        }

        return differing;
    }

    /// <summary>Secrets are never compared, they do not leave the key holder: equal are those whose codes are, four times over.</summary>
    private bool HaveOneSecret(Credential here, Credential brought)
    {
        if (here.Algorithm != brought.Algorithm)
        {
            return false;
        }

        var parameters = new OtpParameters(OtpType.Hotp, here.Algorithm, SecurityCode.MaxDigits, OtpParameters.DefaultPeriodSeconds, 0);
        using ICodeSource old = keys.Open(here.Id, here.Sealed, parameters);
        using ICodeSource @new = keys.Open(brought.Id, brought.Sealed, parameters);
        return Enumerable.Range(0, ComparedCodes).All(counter => old.Compute(counter) == @new.Compute(counter));
    }

    private async Task<ImportOutcome> WriteAsync(ValidationContext context, ImportFile file, SignedReceipt receipt, ImportRequest request)
    {
        PskcReceipt facts = receipt.Facts;
        long at = facts.ImportedAt.ToUnixTimeMilliseconds();
        List<string> duplicates = await ImportWriter.InsertAsync(context, file.Rows, facts.LotId, request.Activate, at, macs, request.Progress).ConfigureAwait(false);
        if (duplicates.Count > 0)
        {
            throw new DuplicateIdsException(duplicates, await DifferingAsync(context, file.Rows, duplicates).ConfigureAwait(false));
        }

        context.Imports.Add(ImportedLotRow.Of(receipt));
        string detail = $"lot {facts.LotId}, {facts.Count} credentials, file {facts.FileSha256}, IDs {facts.IdsSha256}{(request.Activate ? ", activated" : "")}";
        await chain.AppendAsync(context, request.Actor, "import", "done", detail).ConfigureAwait(false);
        return new ImportOutcome.Imported(receipt, file.Notes, file.LeftOut);
    }
}
