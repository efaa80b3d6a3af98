using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Simulator.Fleets;

namespace HwToken.Rack.Seeds;

/// <summary>Reads a seed file's text into tokens at rest.</summary>
internal static class SeedText
{
    /// <summary>All tokens of a file.</summary>
    /// <param name="seeds">Its text, of any format that seed files have.</param>
    /// <param name="key">Its pre-shared key in hexadecimal, or null.</param>
    /// <param name="passphrase">Its passphrase, or null.</param>
    /// <exception cref="RefusalException">It cannot be read; the message holds no secret.</exception>
    public static IReadOnlyList<FleetToken> Read(string seeds, string? key, string? passphrase)
    {
        using PskcKeySource? source = SourceOf(key, passphrase);
        byte[] bytes = Encoding.UTF8.GetBytes(seeds);
        using var text = new MemoryStream(bytes);
        try
        {
            using SeedDocument document = SeedReader.Open(text, new PskcReadOptions { KeySource = source });
            return [.. document.Keys().Select(TokenOf)];
        }
        catch (PskcException e)
        {
            throw Bad(e.Message);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static FleetToken TokenOf(PskcKey key)
    {
        using PskcKey owned = key;
        bool isTotp = key.Algorithm == PskcAlgorithm.Totp;
        int period = key.PeriodSeconds ?? OtpParameters.DefaultPeriodSeconds;
        ulong counter = (ulong)(key.Counter ?? 0);
        OtpType type = isTotp ? OtpType.Totp : OtpType.Hotp;
        OtpAlgorithm algorithm = key.Suite switch
        {
            PskcSuite.Sha256 => OtpAlgorithm.Sha256,
            PskcSuite.Sha512 => OtpAlgorithm.Sha512,
            _ => OtpAlgorithm.Sha1,
        };
        if (key.Time is not (null or 0) || !OtpParameters.AreValid(type, algorithm, key.Digits, period, counter) || key.Secret.Length > OtpGenerator.MaxSecretBytes)
        {
            throw Bad($"{key.Id}: no virtual token has such parameters. Possible are 6 to 8 digits, time steps of 1 to 300 s from 1970 on, secrets of up to {OtpGenerator.MaxSecretBytes} bytes.");
        }

        return new FleetToken(key.Id, new OtpParameters(type, algorithm, key.Digits, period, counter), key.Secret.Span.ToArray());
    }

    private static PskcKeySource? SourceOf(string? key, string? passphrase)
    {
        try
        {
            return (key, passphrase) switch
            {
                (null, null) => null,
                ({ } hex, null) => PskcKeySource.PreSharedKey(Convert.FromHexString(hex)),
                (null, { } words) => PskcKeySource.Passphrase(words),
                _ => throw Bad("Give either the file's \"key\" or its \"passphrase\"."),
            };
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw Bad("\"key\" is the file's pre-shared key in hexadecimal: 32, 48 or 64 digits. A \"passphrase\" is not empty.");
        }
    }

    private static RefusalException Bad(string message) => new(400, "seeds", message);
}
