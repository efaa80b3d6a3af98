using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>An HMAC for ValueMAC, told by its URI.</summary>
/// <param name="Uri">Algorithm identifier.</param>
/// <param name="Hash">Hash function.</param>
/// <param name="Bytes">Length of the MAC, also of the keys that the writer makes.</param>
internal sealed record MacMethod(string Uri, HashAlgorithmName Hash, int Bytes)
{
    public static readonly MacMethod HmacSha1 = new(Uris.HmacSha1, HashAlgorithmName.SHA1, 20);
    public static readonly MacMethod HmacSha256 = new(Uris.HmacSha256, HashAlgorithmName.SHA256, 32);

    private static readonly MacMethod HmacSha384 = new(Uris.DSigMore + "hmac-sha384", HashAlgorithmName.SHA384, 48);
    private static readonly MacMethod HmacSha512 = new(Uris.DSigMore + "hmac-sha512", HashAlgorithmName.SHA512, 64);

    /// <summary>The name counts, not which of the three namespaces it stands in: writers mix them up, and a MAC that is read wrongly cannot match.</summary>
    public static MacMethod? Find(string? uri)
    {
        int fragment = (uri?.IndexOf('#', StringComparison.Ordinal) ?? -1) + 1;
        return uri is null || uri[..fragment] is not (Uris.DSig or Uris.DSigMore or Uris.Pkcs5) ? null : uri[fragment..] switch
        {
            "hmac-sha1" => HmacSha1,
            "hmac-sha256" => HmacSha256,
            "hmac-sha384" => HmacSha384,
            "hmac-sha512" => HmacSha512,
            _ => null,
        };
    }

    public byte[] Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => CryptographicOperations.HmacData(Hash, key, data);
}
