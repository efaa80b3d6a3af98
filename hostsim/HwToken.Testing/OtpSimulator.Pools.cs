using HwToken.Core.Otp;

namespace HwToken.Testing;

/// <content>Pools: many tokens, one for whoever needs one.</content>
public sealed partial class OtpSimulator
{
    private const int LongestPoolName = 40;
    private const int MostTokens = 100_000;

    /// <summary>Puts TOTP tokens with random secrets into a pool, which is made if needed.</summary>
    /// <param name="pool">Its name: 1 to 40 letters, digits, <c>-_.</c></param>
    /// <param name="count">How many: 1 to 100,000.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">Name or count are none.</exception>
    public Task FillTotpAsync(string pool, int count, CancellationToken cancel = default) => FillAsync(pool, OtpType.Totp, count, cancel);

    /// <summary>Puts HOTP tokens with random secrets into a pool, which is made if needed.</summary>
    /// <param name="pool">Its name: 1 to 40 letters, digits, <c>-_.</c></param>
    /// <param name="count">How many: 1 to 100,000.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">Name or count are none.</exception>
    public Task FillHotpAsync(string pool, int count, CancellationToken cancel = default) => FillAsync(pool, OtpType.Hotp, count, cancel);

    /// <summary>
    /// Puts the tokens of a seed file into a pool, which is made if needed. The same file may come again: tokens that are known stay where they are.
    /// </summary>
    /// <param name="pool">Its name: 1 to 40 letters, digits, <c>-_.</c></param>
    /// <param name="seeds">The file's text: PSKC (RFC 6030), OATH CSV, <c>otpauth</c> URIs one a line, and other makers' formats; told by its content.</param>
    /// <param name="key">Pre-shared key of an encrypted file, 32, 48 or 64 hexadecimal digits; null: none.</param>
    /// <param name="passphrase">Passphrase of an encrypted file; null: none.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="OtpException">The file cannot be read, or one of its secrets is in another pool.</exception>
    public Task<int> ImportAsync(string pool, string seeds, string? key = null, string? passphrase = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        CheckName(pool);
        return _simulator.FillAsync(pool, seeds, key, passphrase, cancel);
    }

    /// <summary>The test secrets of a pool's tokens, to be put into the system under test.</summary>
    /// <param name="pool">Its name.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">There is no such pool.</exception>
    public Task<IReadOnlyList<OtpSecret>> SecretsAsync(string pool, CancellationToken cancel = default)
    {
        CheckName(pool);
        return _simulator.SecretsAsync(pool, cancel);
    }

    /// <summary>Leases a token of a pool until it is disposed: the one that rested longest. Waits while all are leased (<see cref="OtpSimulatorOptions.LeaseWait"/>).</summary>
    /// <param name="pool">Its name.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">There is no such pool, or no token came back in time.</exception>
    public Task<OtpToken> LeaseAsync(string pool, CancellationToken cancel = default)
    {
        CheckName(pool);
        return LeaseAsync(pool, ownsPool: false, cancel);
    }

    private Task FillAsync(string pool, OtpType type, int count, CancellationToken cancel)
    {
        CheckName(pool);
        return count is >= 1 and <= MostTokens
            ? _simulator.FillAsync(pool, type, count, cancel)
            : throw new OtpException(OtpFault.BadInput, $"A pool is filled with 1 to {MostTokens} tokens at a time.");
    }

    private static void CheckName(string pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        if (pool.Length is 0 or > LongestPoolName || !pool.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_.".Contains(letter, StringComparison.Ordinal)))
        {
            throw new OtpException(OtpFault.BadInput, $"Name the pool with 1 to {LongestPoolName} letters, digits, '-', '_' and '.'.");
        }
    }
}
