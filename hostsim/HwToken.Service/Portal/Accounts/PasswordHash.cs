using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HwToken.Service.Portal.Accounts;

/// <summary>Passwords as ASP.NET Core Identity hashes them (version 3: salted PBKDF2-HMAC-SHA-512; the hash names its rounds).</summary>
public static class PasswordHash
{
    /// <summary>What OWASP asks for with this function: a tenth of a second of one core.</summary>
    public const int Rounds = 210_000;

    private const byte Version3 = 1;
    private const int HmacSha512 = 2;
    private const int SaltBytes = 16;
    private const int SubkeyBytes = 32;

    /// <summary>Compared with when there is no such user, so that the answer takes as long: also the first one, since nothing is computed to make it.</summary>
    internal static string Nobody { get; } = NoPassword();

    /// <summary>The hash of a password, under a salt of its own.</summary>
    /// <param name="password">The password.</param>
    /// <param name="rounds">Rounds of PBKDF2.</param>
    public static string Of(string password, int rounds = Rounds) => Hasher(rounds).HashPassword("", password);

    /// <summary>True when a password fits a hash; takes as long when there is no hash.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="hash">The stored hash; null when there is no such user.</param>
    public static bool Fits(string password, string? hash) =>
        Hasher(Rounds).VerifyHashedPassword("", hash ?? Nobody, password) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>What Identity lays out for a hash: version, function, rounds, bytes of salt, salt, subkey; the last two of no password at all.</summary>
    private static string NoPassword()
    {
        const int Header = 1 + (3 * sizeof(int));
        byte[] hash = RandomNumberGenerator.GetBytes(Header + SaltBytes + SubkeyBytes);
        hash[0] = Version3;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), Rounds);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), SaltBytes);
        return Convert.ToBase64String(hash);
    }

    /// <summary>The user takes no part in the hash.</summary>
    private static PasswordHasher<string> Hasher(int rounds) => new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
}
