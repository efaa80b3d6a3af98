using System.Security.Cryptography;
using HwToken.Core.Text;
using HwToken.HostSim.Portal.Web;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Portal.Pages.Desk;

/// <summary>Imports a PSKC file, all of it or nothing. Larger files go over REST.</summary>
[RequestSizeLimit(FormLimits.MaxFileBytes)]
[RequestFormLimits(
    MemoryBufferThreshold = FormLimits.MaxFileBytes, BufferBodyLengthLimit = FormLimits.MaxFileBytes, MultipartBodyLengthLimit = FormLimits.MaxFileBytes, ValueCountLimit = FormLimits.MaxValues)]
internal sealed class ImportModel(IPskcImporter importer) : DeskPage
{
    public ImportReceipt? Receipt { get; private set; }

    /// <summary>Why the file was refused.</summary>
    public string? Detail { get; private set; }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string key, string activate)
    {
        if (file is not { Length: > 0 })
        {
            return Refuse(ErrorTable.BadRequest);
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
                    Say.In($"{Receipt.Count}件のクレデンシャルを取り込みました。", $"{Receipt.Count} credentials were imported."),
                    StatusCodes.Status201Created);
            case ImportOutcome.Refused refused:
                Detail = refused.Detail;
                return Refuse(refused.Error);
            default:
                throw new InvalidOperationException("unknown outcome");
        }
    }
}
