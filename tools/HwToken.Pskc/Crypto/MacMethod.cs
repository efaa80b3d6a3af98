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

    /// <summary>The two of RFC 6030 and the misplaced fragment of SHA-1 that some writers emit.</summary>
    public static MacMethod? Find(string? uri) => uri switch
    {
        Uris.HmacSha1 or Uris.DSigMore + "hmac-sha1" => HmacSha1,
        Uris.HmacSha256 => HmacSha256,
        _ => null,
    };

    public byte[] Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => CryptographicOperations.HmacData(Hash, key, data);
}
