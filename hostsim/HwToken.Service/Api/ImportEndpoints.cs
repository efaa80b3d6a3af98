using System.Net.Mime;
using System.Security.Cryptography;
using HwToken.Core.Text;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Api;

/// <summary>Takes PSKC files in and gives receipts out.</summary>
internal static class ImportEndpoints
{
    /// <summary>Header with the pre-shared key of an encrypted file, in hexadecimal digits.</summary>
    public const string KeyHeader = "X-Pskc-Key";

    /// <summary>Header with the passphrase of an encrypted file, percent-encoded UTF-8.</summary>
    public const string PassphraseHeader = "X-Pskc-Passphrase";

    /// <summary>Operation ID of the import.</summary>
    public const string ImportName = "Import";

    private const string CertificateType = "application/x-pem-file";

    public static void Map(RouteGroupBuilder credentials, ApiLimits limits)
    {
        credentials.MapPost("/import", ImportAsync)
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName(ImportName)
            .WithSummary("Imports a PSKC file (RFC 6030), all of it or nothing; answers with a signed receipt.")
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxImportBytes))
            .Accepts<Stream>("application/xml", "application/pskc+xml")
            .Produces<ReceiptAnswer>(StatusCodes.Status201Created, MediaTypeNames.Application.Json, ReceiptAnswer.BareType)
            .WithProblems(
                StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
        credentials.MapGet("/import/{digest}", FindAsync)
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName("Receipt")
            .WithSummary("The receipt of an earlier import, by the SHA-256 of the file or of its IDs: for when the answer was lost.")
            .Produces<ReceiptAnswer>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, ReceiptAnswer.BareType)
            .WithProblems(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
        credentials.MapGet("/import/certificate", (IPskcImporter importer) => Results.Text(importer.ReceiptCertificatePem, CertificateType))
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName("ReceiptCertificate")
            .WithSummary("The certificate that receipts verify under, as PEM. Give it to the factory once, by a safe way.")
            .Produces<string>(StatusCodes.Status200OK, CertificateType)
            .WithProblems(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context, IPskcImporter importer, bool activate = false)
    {
        if (!TryKey(context.Request, out PskcKeySource? key))
        {
            return Problems.Of(ErrorTable.BadRequest, $"{KeyHeader} is 32, 48 or 64 hexadecimal digits; give it or {PassphraseHeader}, not both.", Problems.Language(context));
        }

        using (key)
        using (var file = new MemoryStream())
        {
            try
            {
                // A PSKC file may hold secrets in clear: it is never put on the disk, and wiped from memory.
                await context.Request.Body.CopyToAsync(file, context.RequestAborted).ConfigureAwait(false);
                file.Position = 0;
                var request = new ImportRequest(CodeEndpoints.Actor(context), activate, key);
                return await importer.ImportAsync(file, request, context.RequestAborted).ConfigureAwait(false) switch
                {
                    ImportOutcome.Imported imported => Created(context, imported.Receipt),
                    ImportOutcome.Refused refused => Problems.Of(refused.Error, refused.Detail, Problems.Language(context)),
                    _ => throw new InvalidOperationException("unknown outcome"),
                };
            }
            finally
            {
                CryptographicOperations.ZeroMemory(file.GetBuffer());
            }
        }
    }

    private static async Task<IResult> FindAsync(string digest, IPskcImporter importer, HttpContext context) =>
        await importer.FindReceiptAsync(digest, context.RequestAborted).ConfigureAwait(false) is { } receipt
            ? Answer(context, receipt, StatusCodes.Status200OK)
            : Problems.Of(ErrorTable.NoReceipt, language: Problems.Language(context));

    private static IResult Created(HttpContext context, SignedReceipt receipt)
    {
        context.Response.Headers.Location = $"{ApiRoutes.Credentials}/import/{receipt.Facts.FileSha256}";
        return Answer(context, receipt, StatusCodes.Status201Created);
    }

    /// <summary>JSON; the bare receipt to whoever asks for it (<c>Accept: application/jose</c>): what <c>curl -o</c> saves is the file to check.</summary>
    private static IResult Answer(HttpContext context, SignedReceipt receipt, int status) =>
        context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(ReceiptAnswer.BareType, StringComparison.OrdinalIgnoreCase))
            ? Results.Text(receipt.Text + "\n", ReceiptAnswer.BareType, statusCode: status)
            : Results.Json(ReceiptAnswer.Of(receipt), statusCode: status);

    private static bool TryKey(HttpRequest request, out PskcKeySource? key)
    {
        string hex = request.Headers[KeyHeader].ToString();
        string passphrase = Uri.UnescapeDataString(request.Headers[PassphraseHeader].ToString());
        key = null;
        if (hex.Length > 0)
        {
            bool ok = passphrase.Length == 0 && Hex.TryDecode(hex, out byte[] bytes) && bytes.Length is 16 or 24 or 32;
            key = ok ? PskcKeySource.PreSharedKey(Convert.FromHexString(hex)) : null;
            return ok;
        }

        key = passphrase.Length > 0 ? PskcKeySource.Passphrase(passphrase) : null;
        return true;
    }
}
