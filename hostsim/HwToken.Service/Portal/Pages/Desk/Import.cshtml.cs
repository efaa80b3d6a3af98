using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Text;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Imports a PSKC file, all of it or nothing. Larger files go over REST.</summary>
[RequestSizeLimit(FormLimits.MaxFileBytes)]
[RequestFormLimits(
    MemoryBufferThreshold = FormLimits.MaxFileBytes, BufferBodyLengthLimit = FormLimits.MaxFileBytes, MultipartBodyLengthLimit = FormLimits.MaxFileBytes, ValueCountLimit = FormLimits.MaxValues)]
internal sealed class ImportModel(IPskcImporter importer) : DeskPage
{
    public SignedReceipt? Receipt { get; private set; }

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

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string key, string activate)
    {
        if (file is not { Length: > 0 })
        {
            return this.Refuse(ErrorTable.BadRequest);
        }

        using PskcKeySource? source = Source(key);
        using var content = new MemoryStream();
        try
        {
            await file.CopyToAsync(content, Cancel).ConfigureAwait(false);
            content.Position = 0;
            return Tell(await importer.ImportAsync(content, new ImportRequest(Session.Actor, activate == "yes", source), Cancel).ConfigureAwait(false));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content.GetBuffer());
        }
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
                Receipt = done.Receipt;
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
