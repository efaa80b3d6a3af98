using HwToken.Core.Otp;
using HwToken.Rack;
using HwToken.Rack.Seeds;
using HwToken.Simulator.Fleets;
using HwToken.TokenPage.Contract;

namespace HwToken.TokenPage.Live;

/// <summary>Makes the tokens that a request puts into a pool.</summary>
internal static class PoolFilling
{
    private const int LongestName = 40;
    private const int MostTokens = 100_000;

    /// <summary>The pool's name and the tokens.</summary>
    /// <exception cref="RefusalException">The request asks for nothing that there is.</exception>
    public static (string Pool, IReadOnlyList<FleetToken> Tokens) Of(LeaseRequests.Fill body)
    {
        if (body.Name is { } name && (name.Length is 0 or > LongestName || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_.".Contains(letter))))
        {
            throw NameIt();
        }

        IReadOnlyList<FleetToken> tokens = TokensOf(body);
        return (body.Name ?? (tokens.Count == 1 ? SinglePool.NameOf(tokens[0]) : throw NameIt()), tokens);
    }

    private static IReadOnlyList<FleetToken> TokensOf(LeaseRequests.Fill body) => body switch
    {
        { Seeds: { } seeds, Random: null, Count: null } => SeedText.Read(seeds, body.Key, body.Passphrase),
        { Seeds: null, Key: null, Passphrase: null, Random: { } word } when OtpWords.TryParse(word, out OtpType type) && (body.Count ?? 1) is >= 1 and <= MostTokens => RandomTokens.Make(type, body.Count ?? 1),
        _ => throw RefusalException.BadRequest($"Give either \"random\": \"HOTP\" or \"TOTP\" with \"count\", 1 to {MostTokens}, or \"seeds\", a seed file's text, with its \"key\" or \"passphrase\"."),
    };

    private static RefusalException NameIt() => RefusalException.BadRequest($"Give the pool a \"name\" of 1 to {LongestName} letters, digits, '-', '_' and '.'. Only a single token's pool has one of its own.");
}
