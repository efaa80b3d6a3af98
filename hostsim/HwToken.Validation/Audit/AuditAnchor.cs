using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HwToken.Validation.Audit;

/// <summary>
/// What the audit was at one moment, signed, to be kept where nobody who can write to the database can reach it. As text: a compact JWS
/// (RFC 7515, RS256) on one line, under the key that signs receipts.
/// </summary>
/// <param name="Service">Name of the service's database.</param>
/// <param name="At">Unix time in seconds.</param>
/// <param name="Last">Number of the last row of the audit.</param>
/// <param name="Entries">Entries up to it.</param>
/// <param name="Digest">SHA-256 over the numbers and MACs of these entries in their order; lower-case hexadecimal digits.</param>
public sealed record AuditAnchor(string Service, long At, long Last, long Entries, string Digest)
{
    private const string Type = "hwtoken-audit-anchor-1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    /// <summary>The anchor as signed text.</summary>
    /// <param name="key">Key that signs.</param>
    internal string Sign(RSA key)
    {
        string text = $"{Part(new Header("RS256", Type))}.{Part(this)}";
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Reads an anchor.</summary>
    /// <returns>Null when it is none, or not signed by this key.</returns>
    internal static AuditAnchor? Read(string text, RSA key)
    {
        try
        {
            return text.Trim().Split('.') is [var header, var body, var signature]
                && key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{body}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                && JsonSerializer.Deserialize<Header>(Base64Url.DecodeFromChars(header), Json) is { Alg: "RS256", Typ: Type }
                    ? JsonSerializer.Deserialize<AuditAnchor>(Base64Url.DecodeFromChars(body), Json)
                    : null;
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value, Json));

    private sealed record Header(string Alg, string Typ);
}
