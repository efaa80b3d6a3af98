using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HwToken.Validation.Import;

/// <summary>
/// What the validation service gives the factory for a lot: proof of what it took in, so that the factory may destroy its copy
/// of the secrets. As JSON with the names in camel case; the signature covers <see cref="SignedText"/>.
/// </summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Lot">Name of the lot; the container's Id when the file has no lot; may be empty.</param>
/// <param name="Count">Number of credentials.</param>
/// <param name="IdsDigest">SHA-256, in lower-case hexadecimal digits, over the credential IDs in ordinal order, each followed by a line feed (ASCII).</param>
/// <param name="ImportedAt">When, in UTC: <c>2026-01-31T23:59:59Z</c>.</param>
/// <param name="KeyFingerprint">SHA-256 of the signing key's SubjectPublicKeyInfo (DER), lower-case hexadecimal digits.</param>
/// <param name="Signature">RSA with SHA-256 (PKCS #1 v1.5) over the UTF-8 bytes of <see cref="SignedText"/>, Base64.</param>
public sealed record ImportReceipt(
    string Format, string Lot, int Count, string IdsDigest, string ImportedAt, string KeyFingerprint, string Signature)
{
    /// <summary>The form that this program writes.</summary>
    public const string CurrentFormat = "hwtoken-receipt-1";

    /// <summary>What is signed: format, lot, count, IDs digest, time and key fingerprint, each followed by a line feed.</summary>
    public string SignedText() => string.Create(
        CultureInfo.InvariantCulture, $"{Format}\n{Lot}\n{Count}\n{IdsDigest}\n{ImportedAt}\n{KeyFingerprint}\n");

    /// <summary>Digest of credential IDs, in any order.</summary>
    public static string DigestOf(IEnumerable<string> ids)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string id in ids.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.ASCII.GetBytes(id));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Checks format and signature.</summary>
    /// <param name="publicKeyPem">SubjectPublicKeyInfo as PEM, got from the service by a safe way.</param>
    public bool IsSignedBy(string publicKeyPem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(publicKeyPem);
        var signature = new byte[key.KeySize / 8];
        return Format == CurrentFormat
            && Convert.TryFromBase64String(Signature, signature, out int count)
            && key.VerifyData(Encoding.UTF8.GetBytes(SignedText()), signature.AsSpan(0, count), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
