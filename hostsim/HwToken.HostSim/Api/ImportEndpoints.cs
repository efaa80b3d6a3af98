using System.Security.Cryptography;
using HwToken.Core.Text;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Api;

/// <summary>Takes PSKC files in and gives receipts out.</summary>
internal static class ImportEndpoints
{
    /// <summary>Header with the pre-shared key of an encrypted file, in hexadecimal digits.</summary>
    public const string KeyHeader = "X-Pskc-Key";

    /// <summary>Header with the passphrase of an encrypted file, percent-encoded UTF-8.</summary>
    public const string PassphraseHeader = "X-Pskc-Passphrase";

    private static readonly int MaxBytes = new ApiLimits().MaxImportBytes;

    public static void Map(RouteGroupBuilder credentials)
    {
        credentials.MapPost("/import", ImportAsync)
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName("Import")
            .WithSummary("Imports a PSKC file (RFC 6030), all of it or nothing; answers with a signed receipt.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Accepts<Stream>("application/xml", "application/pskc+xml")
            .Produces<ImportReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        credentials.MapGet("/import/{digest}", FindAsync)
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName("Receipt")
            .WithSummary("The receipt of an earlier import, by the digest of its IDs.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        credentials.MapGet("/import/public-key", (IPskcImporter importer) => TypedResults.Text(importer.ReceiptPublicKeyPem, "application/x-pem-file"))
            .RequireAuthorization(ApiPolicies.Operator)
            .WithName("ReceiptKey")
            .WithSummary("The public key that receipts verify under.");
    }

    private static async Task<Results<Created<ImportReceipt>, ProblemHttpResult>> ImportAsync(
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
                    ImportOutcome.Imported imported => TypedResults.Created($"{ApiRoutes.Credentials}/import/{imported.Receipt.IdsDigest}", imported.Receipt),
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

    private static async Task<Results<Ok<ImportReceipt>, NotFound>> FindAsync(string digest, IPskcImporter importer, HttpContext context) =>
        await importer.FindReceiptAsync(digest, context.RequestAborted).ConfigureAwait(false) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound();

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
