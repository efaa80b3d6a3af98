using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace HwToken.Pskc;

/// <summary>
/// What a validation service gives back for an imported PSKC file: which file, how many credentials, exactly which. Signed as a compact
/// JWS (RFC 7515, RS256). The factory destroys its copies of the secrets against it.
/// </summary>
public sealed record PskcReceipt
{
    private const string Type = "hwtoken-pskc-receipt-1";
    private const string Algorithm = "RS256";

    /// <summary>Name of the lot, as the file's signed lot element tells it.</summary>
    public required string LotId { get; init; }

    /// <summary>SHA-256 of the imported file, hex digits.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>How many credentials were imported.</summary>
    public required int Count { get; init; }

    /// <summary>SHA-256 over all imported credential IDs in the order of the file, each as ASCII and ended by LF; hex digits.</summary>
    public required string IdsSha256 { get; init; }

    /// <summary>When, UTC, whole seconds.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Name of the validation service.</summary>
    public required string Service { get; init; }

    /// <summary>Signs the receipt.</summary>
    /// <param name="certificate">The service's certificate with its RSA private key, 2048 bits or more.</param>
    /// <returns>One line of ASCII text.</returns>
    public string Sign(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using RSA rsa = certificate.GetRSAPrivateKey() ?? throw new ArgumentException("The certificate has no RSA private key.", nameof(certificate));
        byte[] payload = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["type"] = Type,
            ["lot"] = LotId,
            ["fileSha256"] = FileSha256,
            ["count"] = Count,
            ["idsSha256"] = IdsSha256,
            ["importedAt"] = ImportedAt.ToUnixTimeSeconds(),
            ["service"] = Service,
        });
        string text = Base64Url.EncodeToString("{\"alg\":\"RS256\"}"u8) + "." + Base64Url.EncodeToString(payload);
        return text + "." + Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>Reads a receipt whose signature holds.</summary>
    /// <param name="text">What <see cref="Sign"/> made; white space around it is forgiven.</param>
    /// <param name="certificate">The service's certificate; whoever gives it vouches for it.</param>
    /// <exception cref="PskcException">The signature does not hold, or this is no receipt.</exception>
    public static PskcReceipt Verify(string text, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(certificate);
        string[] parts = text.Trim().Split('.');
        try
        {
            using RSA rsa = certificate.GetRSAPublicKey() ?? throw new PskcException(PskcError.SignatureUnsupported, "The receipt's certificate must hold an RSA key.");
            bool isKnown = parts.Length == 3 && JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement.GetProperty("alg").GetString() == Algorithm;
            bool isSigned = isKnown && rsa.KeySize >= 2048
                && rsa.VerifyData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            if (!isSigned)
            {
                throw new PskcException(PskcError.SignatureInvalid, "The receipt's signature does not fit this certificate. Ask the receiver for the receipt again, and check the certificate.");
            }

            JsonElement payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
            if (payload.GetProperty("type").GetString() != Type)
            {
                throw new PskcException(PskcError.NotPskc, "This is signed, but no receipt for a PSKC file.");
            }

            return new PskcReceipt
            {
                LotId = payload.GetProperty("lot").GetString() ?? "",
                FileSha256 = payload.GetProperty("fileSha256").GetString() ?? "",
                Count = payload.GetProperty("count").GetInt32(),
                IdsSha256 = payload.GetProperty("idsSha256").GetString() ?? "",
                ImportedAt = DateTimeOffset.FromUnixTimeSeconds(payload.GetProperty("importedAt").GetInt64()),
                Service = payload.GetProperty("service").GetString() ?? "",
            };
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new PskcException(PskcError.NotPskc, "This is no receipt for a PSKC file.");
        }
    }
}
