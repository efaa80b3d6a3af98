using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Scenarios.Services;
using HwToken.Validation.Import;

namespace HwToken.HostSim.Scenarios;

/// <summary>Brings a story's tokens into a validation service as a factory does: by a seed file.</summary>
internal static class ScenarioImport
{
    private const int KeyBytes = 32;

    /// <summary>Imports tokens.</summary>
    /// <param name="importer">The service's.</param>
    /// <param name="tokens">Which; none: nothing happens.</param>
    /// <param name="activate">Whether they are in use at once.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="InvalidOperationException">The service refuses them.</exception>
    public static async Task RunAsync(ISeedImporter importer, IReadOnlyList<ServiceToken> tokens, bool activate, CancellationToken cancel)
    {
        if (tokens.Count == 0)
        {
            return;
        }

        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        using MemoryStream file = Write(tokens, [.. key]);
        using var read = PskcKeySource.PreSharedKey(key);
        if (await importer.ImportAsync(file, new ImportRequest("scenario", activate, read), cancel).ConfigureAwait(false) is ImportOutcome.Refused refused)
        {
            throw new InvalidOperationException("the bank does not take the story's tokens: " + refused.Detail);
        }
    }

    private static MemoryStream Write(IReadOnlyList<ServiceToken> tokens, byte[] key)
    {
        var file = new MemoryStream();
        using (var protection = PskcKeySource.PreSharedKey(key))
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            foreach (ServiceToken token in tokens)
            {
                bool isTotp = token.Parameters.Type == OtpType.Totp;
                using var one = new PskcKey
                {
                    Id = token.Id,
                    Algorithm = isTotp ? PskcAlgorithm.Totp : PskcAlgorithm.Hotp,
                    Suite = token.Parameters.Algorithm switch
                    {
                        OtpAlgorithm.Sha256 => PskcSuite.Sha256,
                        OtpAlgorithm.Sha512 => PskcSuite.Sha512,
                        _ => default,
                    },
                    Digits = token.Parameters.Digits,
                    PeriodSeconds = isTotp ? token.Parameters.PeriodSeconds : null,
                    Time = isTotp ? 0 : null,
                    Counter = isTotp ? null : checked((long)Math.Min(token.Parameters.InitialCounter, long.MaxValue)),
                    Secret = new PskcSecret(token.Secret),
                };
                writer.Write(one);
            }

            writer.Complete(new PskcLot { LotId = "SCENARIO" });
        }

        file.Position = 0;
        return file;
    }
}
