using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using HwToken.Pskc.Signing;

namespace HwToken.Pskc;

/// <summary>
/// What a validation service gives back for an imported PSKC file: which file, how many credentials, exactly which. Signed as a compact
/// JWS (RFC 7515, RS256). The factory destroys its copies of the secrets against it.
/// </summary>
public sealed record PskcReceipt
{
    /// <summary>Longest name of a lot or service, in characters; no control characters.</summary>
    public const int MaxName = 128;

    private const string Type = "hwtoken-pskc-receipt-1";
    private const int HashDigits = 64;

    /// <summary>Name of the lot, as the file's signed lot element tells it; empty when the file names none.</summary>
    public required string LotId { get; init; }

    /// <summary>SHA-256 of the imported file's bytes, 64 hex digits.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>How many credentials were imported.</summary>
    public required int Count { get; init; }

    /// <summary>SHA-256 over all imported credential IDs in the order of the file, each as ASCII and ended by LF; 64 hex digits.</summary>
    public required string IdsSha256 { get; init; }

    /// <summary>When, UTC, whole seconds.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Name of the validation service.</summary>
    public required string Service { get; init; }

    /// <summary>Signs the receipt.</summary>
    /// <param name="certificate">The service's certificate with its RSA private key, 2048 bits or more.</param>
    /// <returns>One line of ASCII text.</returns>
    /// <exception cref="ArgumentException">The certificate has no such key.</exception>
    /// <exception cref="InvalidOperationException">The receipt holds what no reader would take.</exception>
    public string Sign(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using RSA rsa = certificate.GetRSAPrivateKey() ?? throw new ArgumentException("The certificate has no RSA private key.", nameof(certificate));
        if (!IsWhole())
        {
            throw new InvalidOperationException("The receipt is not whole: names, count or hashes have a wrong form.");
        }

        return CompactJws.Sign(
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
            {
                ["type"] = Type,
                ["lot"] = LotId,
                ["fileSha256"] = FileSha256,
                ["count"] = Count,
                ["idsSha256"] = IdsSha256,
                ["importedAt"] = ImportedAt.ToUnixTimeSeconds(),
                ["service"] = Service,
            }),
            rsa);
    }

    /// <summary>Reads a receipt whose signature holds.</summary>
    /// <param name="text">What <see cref="Sign"/> made; white space around it is forgiven.</param>
    /// <param name="certificate">The service's certificate; whoever gives it vouches for it.</param>
    /// <exception cref="PskcException">The signature does not hold, or this is no receipt.</exception>
    public static PskcReceipt Verify(string text, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(certificate);
        try
        {
            using JsonDocument payload = CompactJws.Verify(text, certificate);
            return Read(payload.RootElement) is { } receipt && receipt.IsWhole() ? receipt : throw new FormatException();
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new PskcException(PskcError.NotPskc, "This is no receipt for a PSKC file. Give the receipt as the validation service wrote it: one line of three parts with dots between them.");
        }
    }

    /// <summary>True for a text that may be the name of a lot or service in a receipt. Names are printed on terminals.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxName && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));
    }

    private static PskcReceipt? Read(JsonElement payload) => payload.GetProperty("type").GetString() != Type
        ? null
        : new PskcReceipt
        {
            LotId = payload.GetProperty("lot").GetString() ?? throw new FormatException(),
            FileSha256 = payload.GetProperty("fileSha256").GetString() ?? "",
            Count = payload.GetProperty("count").GetInt32(),
            IdsSha256 = payload.GetProperty("idsSha256").GetString() ?? "",
            ImportedAt = DateTimeOffset.FromUnixTimeSeconds(payload.GetProperty("importedAt").GetInt64()),
            Service = payload.GetProperty("service").GetString() ?? throw new FormatException(),
        };

    private bool IsWhole() => IsName(LotId) && IsName(Service) && Count >= 0 && IsHash(FileSha256) && IsHash(IdsSha256);

    private static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigit);
}
