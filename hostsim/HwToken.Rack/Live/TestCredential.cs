using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Rack.Contract;
using HwToken.Provisioning;
using HwToken.Pskc;
using HwToken.Simulator.Fleets;

namespace HwToken.Rack.Live;

/// <summary>Makes test credentials out of what the page asks for, and tells their secrets on demand.</summary>
internal static class TestCredential
{
    /// <summary>Bytes of a random secret: the length of a SHA-1 value (RFC 4226, 4, R6 recommends 160 bits).</summary>
    private const int SecretBytes = 20;

    /// <summary>A random secret with the usual parameters.</summary>
    public static NewCredential Random(OtpType type, string? credentialId = null) =>
        Make(credentialId, new OtpParameters(type, OtpAlgorithm.Sha1, 6, OtpParameters.DefaultPeriodSeconds, 0), RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What a request asks for.</summary>
    /// <exception cref="RefusalException">It asks for nothing that there is; the message holds no secret.</exception>
    public static NewCredential From(Requests.Provision? request)
    {
        string? id = null;
        if (request?.CredentialId is { } typed && !CredentialId.TryParse(typed, out id))
        {
            throw new RefusalException(400, "credentialId", "A credential ID has 12 letters and digits and begins with a letter.");
        }

        return request switch
        {
            { Otpauth: { } text, Random: null } => Parse(text, id),
            { Otpauth: null, Random: { } word } when OtpWords.TryParse(word, out OtpType type) => Random(type, id),
            _ => throw RefusalException.BadRequest("Give either \"otpauth\", a URI, or \"random\": \"HOTP\" or \"TOTP\"."),
        };
    }

    /// <summary>A credential that a seed file described.</summary>
    public static NewCredential From(FleetToken seed)
    {
        if (!CredentialId.TryParse(seed.Id, out string? id))
        {
            throw new RefusalException(400, "credentialId", $"'{seed.Id}' is no credential ID of our tokens (12 letters and digits, a letter first). Put the file into a pool instead: POST /sim/v1/pools.");
        }

        return Make(id, seed.Parameters, seed.Secret.ToArray());
    }

    /// <summary>The secret of a credential, for a test server.</summary>
    public static Secret Tell(Credential credential, OtpState? state)
    {
        OtpParameters parameters = credential.Parameters;
        string base32 = Base32.Encode(credential.Secret).TrimEnd('=');
        string uri = OtpauthUri.Write("HwToken test", credential.Id, parameters, state?.NextFactor ?? parameters.InitialCounter, credential.Secret);
        return new Secret(uri, base32, Convert.ToHexStringLower(credential.Secret));
    }

    private static NewCredential Parse(string text, string? id)
    {
        try
        {
            OtpauthUri uri = OtpauthUri.Parse(text);
            return Make(id, uri.Parameters, uri.Secret);
        }
        catch (FormatException e)
        {
            throw new RefusalException(400, "otpauth", e.Message);
        }
    }

    private static NewCredential Make(string? id, OtpParameters parameters, byte[] secret) =>
        new(id ?? RandomId(), parameters, secret, RandomNumberGenerator.GetBytes(Credential.AdminKeyBytes));

    private static string RandomId() => string.Create(CultureInfo.InvariantCulture, $"DPHT{RandomNumberGenerator.GetInt32(100_000_000):D8}");
}
