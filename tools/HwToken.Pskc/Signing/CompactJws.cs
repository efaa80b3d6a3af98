using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace HwToken.Pskc.Signing;

/// <summary>
/// Compact JWS (RFC 7515) in the one form that this project uses: RS256, the key from outside. What the header says of keys is never
/// looked at; a header that demands what is not understood (<c>crit</c>) is refused, as RFC 7515, 4.1.11 asks.
/// </summary>
internal static class CompactJws
{
    /// <summary>Longest text that is looked at; a receipt has under 1,500 characters even with a 4,096-bit key.</summary>
    public const int MaxLength = 8192;

    private const int MinKeyBits = 2048;
    private const string Algorithm = "RS256";

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    public static string Sign(byte[] payload, RSA key)
    {
        string text = Base64Url.EncodeToString("{\"alg\":\"RS256\"}"u8) + "." + Base64Url.EncodeToString(payload);
        return text + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <returns>The payload, whose signature holds.</returns>
    /// <exception cref="PskcException">The certificate's key does not serve, or the signature does not hold.</exception>
    /// <exception cref="FormatException">This is no compact JWS.</exception>
    /// <exception cref="JsonException">This is no compact JWS.</exception>
    public static JsonDocument Verify(string text, X509Certificate2 certificate)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.Length > MaxLength || trimmed.ContainsAnyExcept(Alphabet))
        {
            throw new FormatException();
        }

        string[] parts = trimmed.ToString().Split('.');
        if (parts.Length != 3)
        {
            throw new FormatException();
        }

        using RSA key = Key(certificate);
        using JsonDocument header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
        byte[] signed = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]);
        return IsKnown(header.RootElement) && key.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict)
            : throw new PskcException(PskcError.SignatureInvalid, "The receipt's signature does not fit this certificate. Ask the receiver for the receipt again, and check the certificate.");
    }

    /// <summary>The algorithm is ours to choose, never the sender's: exactly RS256.</summary>
    private static bool IsKnown(JsonElement header) =>
        header.ValueKind == JsonValueKind.Object
        && header.TryGetProperty("alg", out JsonElement algorithm) && algorithm.ValueKind == JsonValueKind.String && algorithm.ValueEquals(Algorithm)
        && !header.TryGetProperty("crit", out _) && !header.TryGetProperty("b64", out _);

    private static RSA Key(X509Certificate2 certificate)
    {
        RSA? key = null;
        try
        {
            key = certificate.GetRSAPublicKey();
            return key is { KeySize: >= MinKeyBits } ? key : throw new CryptographicException();
        }
        catch (CryptographicException)
        {
            key?.Dispose();
            throw new PskcException(PskcError.SignatureUnsupported, "The receipt's certificate must hold an RSA key of 2,048 bits or more. Ask the receiver for the right certificate.");
        }
    }
}
