using System.Net.Mime;
using HwToken.Core.Text;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Api;

/// <summary>Takes seed files in and gives receipts out.</summary>
internal static class ImportEndpoints
{
    /// <summary>Header with the pre-shared key of an encrypted file, in hexadecimal digits.</summary>
    public const string KeyHeader = "X-Pskc-Key";

    /// <summary>Header with the passphrase of an encrypted file, percent-encoded UTF-8.</summary>
    public const string PassphraseHeader = "X-Pskc-Passphrase";

    /// <summary>Operation ID of the import.</summary>
    public const string ImportName = "Import";

    private const string CertificateType = "application/x-pem-file";
    private const string CsvType = "text/csv";
    private const string TextType = "text/plain";

    public static void Map(IEndpointRouteBuilder app, ApiLimits limits)
    {
        RouteGroupBuilder imports = ApiGroups.Make(app, ApiRoutes.Imports, limits.MaxImportBytes);
        imports.MapPost("", ImportAsync)
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName(ImportName)
            .WithSummary("Imports a seed file (PSKC, SafeNet XML, OATH, multiOTP, Entra or Yubico CSV, otpauth URIs; told by its content), all of it or nothing; answers with a signed receipt. With skipForeign, keys that cannot be used are left out and listed.")
            .Accepts<Stream>("application/xml", "application/pskc+xml", "text/xml", CsvType, TextType)
            .Produces<ReceiptAnswer>(StatusCodes.Status201Created, MediaTypeNames.Application.Json, ReceiptAnswer.BareType)
            .WithProblems(
                StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
        imports.MapGet("/{digest}", FindAsync)
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName("Receipt")
            .WithSummary("The receipt of an earlier import, by the SHA-256 of the file or of its IDs: for when the answer was lost.")
            .Produces<ReceiptAnswer>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, ReceiptAnswer.BareType)
            .WithProblems(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
        imports.MapGet("/certificate", (ISeedImporter importer) => Results.Text(importer.ReceiptCertificatePem, CertificateType))
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName("ReceiptCertificate")
            .WithSummary("The certificate that receipts verify under, as PEM. Give it to the factory once, by a safe way.")
            .Produces<string>(StatusCodes.Status200OK, CertificateType)
            .WithProblems(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context, ISeedImporter importer, bool activate = false, bool skipForeign = false)
    {
        if (!TryKey(context.Request, out PskcKeySource? key))
        {
            return Problems.Of(ErrorTable.BadRequest, $"{KeyHeader} is 32, 48 or 64 hexadecimal digits; give it or {PassphraseHeader}, not both.", Problems.Language(context));
        }

        using (key)
        {
            // A seed file may hold secrets in clear: it waits on the disk sealed, under a key that goes with this request.
            SpoolStream file = await SpoolStream.TakeAsync(context.Request.Body, cancellation: context.RequestAborted).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                var request = new ImportRequest(CodeEndpoints.Actor(context), activate, key, skipForeign);
                return await importer.ImportAsync(file, request, context.RequestAborted).ConfigureAwait(false) switch
                {
                    ImportOutcome.Imported imported => Created(context, imported),
                    ImportOutcome.Refused refused => Problems.Of(refused.Error, refused.Detail, Problems.Language(context)),
                    _ => throw new InvalidOperationException("unknown outcome"),
                };
            }
        }
    }

    private static async Task<IResult> FindAsync(string digest, ISeedImporter importer, HttpContext context) =>
        await importer.FindReceiptAsync(digest, context.RequestAborted).ConfigureAwait(false) is { } receipt
            ? Answer(context, receipt, [], StatusCodes.Status200OK)
            : Problems.Of(ErrorTable.NoReceipt, language: Problems.Language(context));

    private static IResult Created(HttpContext context, ImportOutcome.Imported imported)
    {
        context.Response.Headers.Location = $"{ApiRoutes.Imports}/{imported.Receipt.Facts.FileSha256}";
        return Answer(context, imported.Receipt, imported.Notes, StatusCodes.Status201Created);
    }

    /// <summary>JSON; the bare receipt to whoever asks for it (<c>Accept: application/jose</c>): what <c>curl -o</c> saves is the file to check.</summary>
    private static IResult Answer(HttpContext context, SignedReceipt receipt, IReadOnlyList<string> notes, int status) =>
        context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(ReceiptAnswer.BareType, StringComparison.OrdinalIgnoreCase))
            ? Results.Text(receipt.Text + "\n", ReceiptAnswer.BareType, statusCode: status)
            : Results.Json(ReceiptAnswer.Of(receipt, notes), statusCode: status);

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
