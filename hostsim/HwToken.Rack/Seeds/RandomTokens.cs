using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Simulator.Fleets;

namespace HwToken.Rack.Seeds;

/// <summary>Tokens at rest with random secrets and the usual parameters: SHA-1, six digits, 30 s.</summary>
internal static class RandomTokens
{
    /// <summary>The length of a SHA-1 value (RFC 4226, 4, R6 recommends 160 bits).</summary>
    private const int SecretBytes = 20;

    /// <summary>Makes so many, each with a credential ID of its own.</summary>
    public static FleetToken[] Make(OtpType type, int count)
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
