using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Rack;
using HwToken.Simulator.Fleets;
using HwToken.TokenPage.Contract;

namespace HwToken.TokenPage.Live;

/// <summary>Makes the tokens that a request puts into a pool.</summary>
internal static class PoolFilling
{
    private const int LongestName = 40;
    private const int MostTokens = 100_000;
    private const int SecretBytes = 20;

    /// <summary>The tokens.</summary>
    /// <exception cref="RefusalException">The request asks for nothing that there is.</exception>
    public static IReadOnlyList<FleetToken> TokensOf(LeaseRequests.Fill body)
    {
        if (body.Name is not { Length: > 0 and <= LongestName } name || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_.".Contains(letter)))
        {
            throw RefusalException.BadRequest($"Give the pool a \"name\" of 1 to {LongestName} letters, digits, '-', '_' and '.'.");
        }

        return body switch
        {
            { Seeds: { } seeds, Random: null, Count: null } => SeedText.Read(seeds, body.Key, body.Passphrase),
            { Seeds: null, Key: null, Passphrase: null, Random: { } word } when OtpWords.TryParse(word, out OtpType type) && (body.Count ?? 1) is >= 1 and <= MostTokens => Random(type, body.Count ?? 1),
            _ => throw RefusalException.BadRequest($"Give either \"random\": \"HOTP\" or \"TOTP\" with \"count\", 1 to {MostTokens}, or \"seeds\", a seed file's text, with its \"key\" or \"passphrase\"."),
        };
    }

    private static FleetToken[] Random(OtpType type, int count)
    {
        var ids = new HashSet<string>();
        while (ids.Count < count)
        {
            ids.Add(string.Create(CultureInfo.InvariantCulture, $"DPHT{RandomNumberGenerator.GetInt32(100_000_000):D8}"));
        }

        var parameters = new OtpParameters(type, OtpAlgorithm.Sha1, 6, OtpParameters.DefaultPeriodSeconds, 0);
        return [.. ids.Select(id => new FleetToken(id, parameters, RandomNumberGenerator.GetBytes(SecretBytes)))];
    }
}
