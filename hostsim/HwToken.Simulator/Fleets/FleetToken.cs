using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Simulator.Fleets;

/// <summary>
/// A token of a fleet at rest: its credential and what moves with every code, a few hundred bytes. A board is made for it only while its button
/// is pressed (<see cref="FleetPress"/>). Not for several threads at once.
/// </summary>
public sealed class FleetToken
{
    private const int IdDigits = 8;

    private readonly byte[] _secret;

    /// <summary>Describes a token.</summary>
    /// <param name="id">Credential ID, of any maker.</param>
    /// <param name="parameters">OTP parameters.</param>
    /// <param name="secret">Shared secret, 1 to 128 bytes; taken over, not copied.</param>
    public FleetToken(string id, OtpParameters parameters, byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 1, "secret.Length");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(secret.Length, OtpGenerator.MaxSecretBytes, "secret.Length");
        Id = id;
        Parameters = parameters;
        _secret = secret;
        NextFactor = parameters.Type == OtpType.Hotp ? parameters.InitialCounter : 0;
        Key = FingerprintOf(parameters, secret);
    }

    /// <summary>Credential ID.</summary>
    public string Id { get; }

    /// <summary>OTP parameters.</summary>
    public OtpParameters Parameters { get; }

    /// <summary>
    /// Stands for everything that its codes follow from: two tokens with the same one show the same codes, whatever they are called. A hash, 64
    /// hexadecimal digits; it tells nothing of a random secret.
    /// </summary>
    public string Key { get; }

    /// <summary>HOTP: the next counter. TOTP: the lowest time step that has shown no code.</summary>
    public ulong NextFactor { get; private set; }

    /// <summary>It has shown a code: that of <see cref="NextFactor"/> - 1.</summary>
    public bool IsIssued { get; private set; }

    /// <summary>When the hold-off of its last press ends, by the shared clock.</summary>
    public DateTimeOffset HeldOffUntil { get; private set; }

    /// <summary>The shared secret, for a test server. The array is the token's own.</summary>
    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>Its credential as a board stores it. The caller clears it.</summary>
    internal Credential ToCredential() => new(CredentialStatus.Locked, BoardId(), Parameters, provisionedAt: 0, [.. _secret], new byte[Credential.AdminKeyBytes]);

    /// <summary>A generator of its codes.</summary>
    internal OtpGenerator NewGenerator() => new(Parameters.Algorithm, Parameters.Digits, [.. _secret]);

    /// <summary>Takes up what was kept before. A token never goes back.</summary>
    /// <param name="nextFactor">The lowest factor that has shown no code.</param>
    /// <param name="isIssued">The one before it has.</param>
    /// <param name="heldOffUntil">End of the hold-off.</param>
    public void MoveTo(ulong nextFactor, bool isIssued, DateTimeOffset heldOffUntil)
    {
        if (nextFactor >= NextFactor)
        {
            NextFactor = nextFactor;
            IsIssued = isIssued;
        }

        HeldOffUntil = heldOffUntil;
    }

    /// <summary>Longer IDs of other makers do not fit into the firmware's record: on its board such a token bears one made from its key.</summary>
    private string BoardId() => CredentialId.TryParse(Id, out string? id)
        ? id
        : "DPHT" + (uint.Parse(Key.AsSpan(0, IdDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    private static string FingerprintOf(OtpParameters parameters, byte[] secret)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int period = parameters.Type == OtpType.Totp ? parameters.PeriodSeconds : 0;
        hash.AppendData([(byte)parameters.Type, (byte)parameters.Algorithm, (byte)parameters.Digits, (byte)period, (byte)(period >> 8)]);
        hash.AppendData(secret);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
