using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HwToken.Keeping;

namespace HwToken.Factory.Keys;

/// <summary>A lot's root key wrapped under a passphrase: PBKDF2-SHA256, then AES-256-GCM. The wrapped key stands in the ledger.</summary>
public static class PassphraseKey
{
    /// <summary>Rounds of PBKDF2.</summary>
    public const int Rounds = 600_000;

    /// <summary>Fewest characters of a passphrase.</summary>
    public const int MinCharacters = 12;

    private const int SaltBytes = 16;

    /// <summary>Wraps a root key.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="root">32 bytes.</param>
    /// <param name="passphrase">At least 12 characters.</param>
    /// <returns>JSON text without secrets in clear.</returns>
    public static string Wrap(string lotId, ReadOnlySpan<byte> root, ReadOnlySpan<char> passphrase)
    {
        CheckLength(passphrase);
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] key = Derive(passphrase, salt, Rounds);
        try
        {
            return JsonSerializer.Serialize(new Wrapped(Rounds, salt, SealedBox.Seal(key, root, AssociatedData(lotId))));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Refuses a passphrase that is too short.</summary>
    /// <exception cref="FactoryException">It is.</exception>
    public static void CheckLength(ReadOnlySpan<char> passphrase)
    {
        if (passphrase.Length < MinCharacters)
        {
            throw new FactoryException($"A passphrase has at least {MinCharacters} characters. Several words are easiest to remember.");
        }
    }

    /// <summary>Unwraps a root key.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="wrapped">What <see cref="Wrap"/> made.</param>
    /// <param name="passphrase">The passphrase.</param>
    /// <returns>32 bytes; the caller clears them.</returns>
    /// <exception cref="FactoryException">Wrong passphrase, or damaged.</exception>
    public static byte[] Unwrap(string lotId, string wrapped, ReadOnlySpan<char> passphrase)
    {
        Wrapped box = JsonSerializer.Deserialize<Wrapped>(wrapped)!;
        byte[] key = Derive(passphrase, box.Salt, box.Rounds);
        try
        {
            return SealedBox.TryOpen(key, box.Box, AssociatedData(lotId)) ?? throw new FactoryException($"That is not the passphrase of lot {lotId}.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Derive(ReadOnlySpan<char> passphrase, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, 32);

    private static byte[] AssociatedData(string lotId) => Encoding.UTF8.GetBytes("HWTOKEN ROOT 1 " + lotId);

    private sealed record Wrapped(int Rounds, byte[] Salt, byte[] Box);
}
