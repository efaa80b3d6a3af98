using System.Security.Cryptography;

namespace HwToken.Validation.Keys;

/// <summary>The keys of one key file: numbered master keys, the highest in use, and the audit key.</summary>
/// <param name="Masters">32 bytes each, by number.</param>
/// <param name="Audit">32 bytes: MACs the audit chain. Not rotated, or old entries could not be verified.</param>
internal sealed record KeyRing(IReadOnlyDictionary<int, byte[]> Masters, byte[] Audit)
{
    /// <summary>Number of the key that seals.</summary>
    public int Newest => Masters.Keys.Max();

    public static KeyRing New() => new(
        new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(SecretSealer.KeyBytes) },
        RandomNumberGenerator.GetBytes(SecretSealer.KeyBytes));

    /// <summary>The ring with one more key.</summary>
    public KeyRing WithNext() => new(
        new Dictionary<int, byte[]>(Masters) { [Newest + 1] = RandomNumberGenerator.GetBytes(SecretSealer.KeyBytes) }, Audit);

    /// <summary>The ring without keys older than a number.</summary>
    public KeyRing WithoutBefore(int keyId) => new(Masters.Where(key => key.Key >= keyId).ToDictionary(), Audit);
}
