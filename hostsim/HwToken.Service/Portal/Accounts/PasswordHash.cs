using System.Globalization;
using System.Security.Cryptography;

namespace HwToken.Service.Portal.Accounts;

/// <summary>Passwords as salted PBKDF2-HMAC-SHA-512 hashes: <c>rounds.salt.hash</c>.</summary>
public static class PasswordHash
{
    /// <summary>What OWASP asks for with this function: a tenth of a second of one core.</summary>
    public const int Rounds = 210_000;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Compared with when there is no such user, so that the answer takes as long.</summary>
    private static readonly string Nobody = Of(Convert.ToHexString(RandomNumberGenerator.GetBytes(SaltBytes)));

    /// <summary>The hash of a password, under a salt of its own.</summary>
    /// <param name="password">The password.</param>
    /// <param name="rounds">Rounds of PBKDF2.</param>
    public static string Of(string password, int rounds = Rounds)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Derive(password, salt, rounds))}");
    }

    /// <summary>True when a password fits a hash; takes as long when there is no hash.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="hash">The stored hash; null when there is no such user.</param>
    public static bool Fits(string password, string? hash)
    {
        string[] parts = (hash ?? Nobody).Split('.');
        byte[] derived = Derive(password, Convert.FromBase64String(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(parts[2])) && hash is not null;
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
