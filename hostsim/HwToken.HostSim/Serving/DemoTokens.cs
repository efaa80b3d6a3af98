using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Pskc;
using HwToken.Rack.Live;
using HwToken.Simulator;
using HwToken.Validation.Import;

namespace HwToken.HostSim.Serving;

/// <summary>The demonstration's tokens: made over their provisioning lines, imported as PSKC files, like a factory's lot.</summary>
internal sealed class DemoTokens
{
    private const int SecretBytes = 20;
    private const int KeyBytes = 32;

    private readonly List<(OtpType Type, string Id, byte[] Secret)> credentials;

    private DemoTokens(List<(OtpType Type, string Id, byte[] Secret)> credentials) => this.credentials = credentials;

    /// <summary>Credential IDs; the last one is the operator's.</summary>
    public IReadOnlyList<string> Ids => [.. credentials.Select(credential => credential.Id)];

    /// <summary>Thinks up three tokens for customers and one for the operator.</summary>
    /// <param name="draw">Gives so many bytes for IDs and secrets; null: random ones.</param>
    public static DemoTokens New(Func<int, byte[]>? draw = null)
    {
        draw ??= RandomNumberGenerator.GetBytes;
        return new(
        [
            (OtpType.Hotp, "DPHT" + Digits(draw(8)), draw(SecretBytes)),
            (OtpType.Totp, "AVT" + Digits(draw(9)), draw(SecretBytes)),
            (OtpType.Totp, "VSMT" + Digits(draw(8)), draw(SecretBytes)),
            (OtpType.Hotp, "DPOP" + Digits(draw(8)), draw(SecretBytes)),
        ]);
    }

    /// <summary>Makes the virtual tokens.</summary>
    public IReadOnlyList<VirtualToken> Make(TimeProvider time) => [.. credentials.Select(credential => FirstTokens.Make(
        new NewCredential(credential.Id, new OtpParameters(credential.Type, OtpAlgorithm.Sha1, 6, OtpParameters.DefaultPeriodSeconds, 0), credential.Secret, RandomNumberGenerator.GetBytes(KeyBytes)), time))];

    /// <summary>Imports them: the customers' inactive, the operator's active.</summary>
    public async Task ImportAsync(ISeedImporter importer, CancellationToken cancel)
    {
        await ImportAsync(importer, credentials[..^1], activate: false, cancel).ConfigureAwait(false);
        await ImportAsync(importer, credentials[^1..], activate: true, cancel).ConfigureAwait(false);
        credentials.ForEach(credential => CryptographicOperations.ZeroMemory(credential.Secret));
    }

    /// <summary>Imports tokens as one PSKC file.</summary>
    /// <param name="importer">The service's importer.</param>
    /// <param name="some">The tokens.</param>
    /// <param name="activate">They can be used at once.</param>
    /// <param name="cancel">Ends the import.</param>
    public static async Task ImportAsync(ISeedImporter importer, IReadOnlyList<(OtpType Type, string Id, byte[] Secret)> some, bool activate, CancellationToken cancel)
    {
        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        using var file = new MemoryStream();
        using (var protection = PskcKeySource.PreSharedKey([.. key]))
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            foreach ((OtpType type, string id, byte[] secret) in some)
            {
                bool isTotp = type == OtpType.Totp;
                using var one = new PskcKey
                {
                    Id = id,
                    Algorithm = isTotp ? PskcAlgorithm.Totp : PskcAlgorithm.Hotp,
                    PeriodSeconds = isTotp ? OtpParameters.DefaultPeriodSeconds : null,
                    Time = isTotp ? 0 : null,
                    Counter = isTotp ? null : 0,
                    Secret = new PskcSecret(secret),
                };
                writer.Write(one);
            }

            writer.Complete(new PskcLot { LotId = "DEMO" });
        }

        file.Position = 0;
        using var read = PskcKeySource.PreSharedKey(key);
        if (await importer.ImportAsync(file, new ImportRequest("demo", activate, read), cancel).ConfigureAwait(false) is ImportOutcome.Refused refused)
        {
            throw new InvalidOperationException(refused.Detail);
        }
    }

    private static string Digits(byte[] drawn) => string.Concat(drawn.Select(value => (value % 10).ToString(CultureInfo.InvariantCulture)));
}
