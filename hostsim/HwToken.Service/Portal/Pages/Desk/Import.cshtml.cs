using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Text;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Imports a seed file of any size that the house reads, all of it or nothing.</summary>
[RequestSizeLimit(FormLimits.MaxFileBytes)]
[SealedForm(DeskTickets.Scheme, SignInPath)]
internal sealed class ImportModel(ISeedImporter importer, ImportWatches watches) : DeskPage
{
    /// <summary>Notes that a result keeps; all of them stand in the answer of the REST API.</summary>
    private const int MostNotes = 8;

    /// <summary>Characters of a note or detail that a result keeps.</summary>
    private const int MostText = 200;

    /// <summary>The receipt of what was imported now or before; null: nothing was.</summary>
    public SignedReceipt? Receipt { get; private set; }

    /// <summary>SHA-256 of the file that <see cref="Receipt"/> is about; empty: none.</summary>
    [Kept]
    public string Digest { get; private set; } = "";

    /// <summary>What the operator should know of what was imported.</summary>
    [Kept]
    public string[] Notes { get; private set; } = [];

    /// <summary>Keys of the file that were left out; null when nothing was imported.</summary>
    [Kept]
    public int? LeftOut { get; private set; }

    /// <summary>What the page that is shown calls the import that will be sent from it.</summary>
    public string Watch { get; } = RandomNumberGenerator.GetHexString(ImportWatches.NameLength, lowercase: true);

    /// <summary>How many more notes there are.</summary>
    [Kept]
    public int MoreNotes { get; private set; }

    /// <summary>Why the file was refused.</summary>
    [Kept]
    public string? Detail { get; private set; }

    /// <summary>The file was imported before: when; null: it was not.</summary>
    [Kept]
    public DateTimeOffset? ImportedBefore { get; private set; }

    public async Task OnGetAsync() => Receipt = Digest.Length == 0 ? null : await importer.FindReceiptAsync(Digest, Cancel).ConfigureAwait(false);

    /// <summary>The receipt of an import as a file.</summary>
    /// <param name="digest">SHA-256 of the imported file, hexadecimal digits.</param>
    public async Task<IActionResult> OnGetReceiptAsync(string digest) =>
        await importer.FindReceiptAsync(digest, Cancel).ConfigureAwait(false) is { } found
            ? File(Encoding.ASCII.GetBytes(found.Text + "\n"), "application/jose", $"{found.Facts.FileSha256[..8].ToLowerInvariant()}.receipt")
            : NotFound();

    /// <summary>The certificate that receipts verify under.</summary>
    public IActionResult OnGetCertificate() => File(Encoding.ASCII.GetBytes(importer.ReceiptCertificatePem), "application/x-pem-file", "validation.pem");

    /// <summary>How far an import is; nothing (204) before it has begun and when it is over.</summary>
    /// <param name="watch">What the page calls it.</param>
    public IActionResult OnGetProgress(string watch) => watches.Find(Session.Name, watch) is { } now
        ? new JsonResult(new { stage = now.Stage.ToString().ToLowerInvariant(), done = now.Done, all = now.All })
        : new NoContentResult();

    /// <summary>Imports.</summary>
    /// <param name="file">The seed file.</param>
    /// <param name="key">Its key or passphrase.</param>
    /// <param name="activate"><c>yes</c>: active at once.</param>
    /// <param name="skip"><c>yes</c>: what cannot be used is left out.</param>
    /// <param name="watch">What the page calls it.</param>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, string key, string activate, string skip, string watch)
    {
        if (file is not { Length: > 0 })
        {
            return Refuse("シードファイルを選択してください。", "Choose a seed file.", "file");
        }

        using PskcKeySource? source = Source(key);
        using ImportWatch watched = watches.Begin(Session.Name, watch);
        return Tell(await importer.ImportAsync(file.OpenReadStream(), new ImportRequest(Session.Actor, activate == "yes", source, skip == "yes", watched), Cancel).ConfigureAwait(false));
    }

    private static PskcKeySource? Source(string typed) => typed switch
    {
        "" => null,
        _ when Hex.TryDecode(typed, out byte[] bytes) && bytes.Length is 16 or 24 or 32 => PskcKeySource.PreSharedKey(bytes),
        _ => PskcKeySource.Passphrase(typed),
    };

    private static string? Short(string? text) => text is { Length: > MostText } ? text[..MostText] + "…" : text;

    private IActionResult Tell(ImportOutcome outcome)
    {
        switch (outcome)
        {
            case ImportOutcome.Imported done:
                PskcReceipt facts = done.Receipt.Facts;
                (Digest, LeftOut, MoreNotes) = (facts.FileSha256, done.LeftOut, Math.Max(0, done.Notes.Count - MostNotes));
                Notes = [.. done.Notes.Take(MostNotes).Select(note => Short(note)!)];
                return Done($"{facts.Count:N0}件のクレデンシャルを取り込みました。", facts.Count == 1 ? "One credential was imported." : $"{facts.Count:N0} credentials were imported.");
            case ImportOutcome.Refused { Earlier: { } earlier } known:
                (Digest, ImportedBefore) = (earlier.Facts.FileSha256, earlier.Facts.ImportedAt);
                return this.Refuse(known.Error);
            case ImportOutcome.Refused refused:
                Detail = Short(refused.Detail);
                return this.Refuse(refused.Error);
            default:
                throw new InvalidOperationException("unknown outcome");
        }
    }
}
