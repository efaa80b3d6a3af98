using System.Globalization;
using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Provisioning;

/// <summary>A credential on its way into a token. The arrays belong to the caller, who clears them after the write.</summary>
public sealed class NewCredential
{
    /// <summary>Describes a credential.</summary>
    /// <param name="id">Credential ID, normalised.</param>
    /// <param name="parameters">OTP parameters.</param>
    /// <param name="secret">Shared secret, 1 to 128 bytes.</param>
    /// <param name="adminKey">32 bytes (<see cref="AdminKey.Derive"/>).</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public NewCredential(string id, OtpParameters parameters, byte[] secret, byte[] adminKey)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(adminKey);
        if (!CredentialId.IsValid(id))
        {
            throw new ArgumentException("A credential ID has 12 letters and digits and begins with a letter.", nameof(id));
        }

        if (secret.Length is < 1 or > OtpGenerator.MaxSecretBytes)
        {
            throw new ArgumentException("A shared secret has 1 to 128 bytes.", nameof(secret));
        }

        if (adminKey.Length != Credential.AdminKeyBytes)
        {
            throw new ArgumentException("An admin key has 32 bytes.", nameof(adminKey));
        }

        Id = id;
        Parameters = parameters;
        Secret = secret;
        AdminKey = adminKey;
    }

    /// <summary>Credential ID.</summary>
    public string Id { get; }

    /// <summary>OTP parameters.</summary>
    public OtpParameters Parameters { get; }

    /// <summary>The command that begins to write it.</summary>
    internal string BeginCommand => string.Create(
        CultureInfo.InvariantCulture,
        $"BEGIN {Id} {OtpWords.Of(Parameters.Type)} {OtpWords.Of(Parameters.Algorithm)} {Parameters.Digits} {Parameters.PeriodSeconds} {Parameters.InitialCounter} {Secret.Length}");

    /// <summary>Shared secret.</summary>
    internal byte[] Secret { get; }

    /// <summary>Admin key.</summary>
    internal byte[] AdminKey { get; }
}
