using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HwToken.Service.Portal.Accounts;

/// <summary>Passwords as ASP.NET Core Identity hashes them (version 3: salted PBKDF2-HMAC-SHA-512; the hash names its rounds).</summary>
public static class PasswordHash
{
    /// <summary>What OWASP asks for with this function: a tenth of a second of one core.</summary>
    public const int Rounds = 210_000;

    private const int DecoyBytes = 16;

    /// <summary>Compared with when there is no such user, so that the answer takes as long.</summary>
    private static readonly string Nobody = Of(Convert.ToHexString(RandomNumberGenerator.GetBytes(DecoyBytes)));

    /// <summary>The hash of a password, under a salt of its own.</summary>
    /// <param name="password">The password.</param>
    /// <param name="rounds">Rounds of PBKDF2.</param>
    public static string Of(string password, int rounds = Rounds) => Hasher(rounds).HashPassword("", password);

    /// <summary>True when a password fits a hash; takes as long when there is no hash.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="hash">The stored hash; null when there is no such user.</param>
    public static bool Fits(string password, string? hash) =>
        Hasher(Rounds).VerifyHashedPassword("", hash ?? Nobody, password) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>The user takes no part in the hash.</summary>
    private static PasswordHasher<string> Hasher(int rounds) => new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
}
