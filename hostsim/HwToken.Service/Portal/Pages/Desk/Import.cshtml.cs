using System.Text;
using HwToken.Core.Text;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Imports a seed file of any size that the house reads, all of it or nothing.</summary>
[RequestSizeLimit(FormLimits.MaxFileBytes)]
[SealedForm(DeskTickets.Scheme, SignInPath)]
internal sealed class ImportModel(ISeedImporter importer) : DeskPage
{
    public SignedReceipt? Receipt { get; private set; }

    /// <summary>What the operator should know of what was imported.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Why the file was refused.</summary>
    public string? Detail { get; private set; }

    /// <summary>The receipt of an import as a file.</summary>
    /// <param name="digest">SHA-256 of the imported file, hexadecimal digits.</param>
    public async Task<IActionResult> OnGetReceiptAsync(string digest) =>
        await importer.FindReceiptAsync(digest, Cancel).ConfigureAwait(false) is { } found
            ? File(Encoding.ASCII.GetBytes(found.Text + "\n"), "application/jose", $"{found.Facts.FileSha256[..8].ToLowerInvariant()}.receipt")
            : NotFound();

    /// <summary>The certificate that receipts verify under.</summary>
    public IActionResult OnGetCertificate() => File(Encoding.ASCII.GetBytes(importer.ReceiptCertificatePem), "application/x-pem-file", "validation.pem");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string key, string activate, string skip)
    {
        if (file is not { Length: > 0 })
        {
            return this.Refuse(ErrorTable.BadRequest);
        }

        using PskcKeySource? source = Source(key);
        return Tell(await importer.ImportAsync(file.OpenReadStream(), new ImportRequest(Session.Actor, activate == "yes", source, skip == "yes"), Cancel).ConfigureAwait(false));
    }

    private static PskcKeySource? Source(string typed) => typed switch
    {
        "" => null,
        _ when Hex.TryDecode(typed, out byte[] bytes) && bytes.Length is 16 or 24 or 32 => PskcKeySource.PreSharedKey(bytes),
        _ => PskcKeySource.Passphrase(typed),
    };

    private IActionResult Tell(ImportOutcome outcome)
    {
        switch (outcome)
        {
            case ImportOutcome.Imported done:
                (Receipt, Notes) = (done.Receipt, done.Notes);
                return Done(
                    Text.In($"{Receipt.Facts.Count}件のクレデンシャルを取り込みました。", $"{Receipt.Facts.Count} credentials were imported."),
                    StatusCodes.Status201Created);
            case ImportOutcome.Refused { Earlier: { } earlier } known:
                Receipt = earlier;
                string at = Figures.Time(earlier.Facts.ImportedAt);
                Detail = Text.In($"{at} に取り込み済みです。取り込み直す必要はありません。受領証は下にあります。", $"Imported already, {at}. Nothing has to be imported again; the receipt is below.");
                return this.Refuse(known.Error);
            case ImportOutcome.Refused refused:
                Detail = refused.Detail;
                return this.Refuse(refused.Error);
            default:
                throw new InvalidOperationException("unknown outcome");
        }
    }
}
