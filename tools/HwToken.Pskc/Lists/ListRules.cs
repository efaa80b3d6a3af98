using HwToken.Core.Otp;

namespace HwToken.Pskc.Lists;

/// <summary>Why a list cannot carry a key.</summary>
internal static class ListRules
{
    /// <summary>pam_oath's parser takes no longer secrets.</summary>
    private const int MostPamBytes = 32;

    public static string? Entra(PskcKey key) =>
        key is { Algorithm: PskcAlgorithm.Totp, Suite: PskcSuite.Sha1, Digits: 6, PeriodSeconds: 30 or 60 } ? null : "Entra ID's upload takes TOTP with SHA-1, 6 digits and 30 or 60 s only";

    public static string? EntraGraph(PskcKey key) =>
        key is { Algorithm: PskcAlgorithm.Totp, Suite: PskcSuite.Sha1 or PskcSuite.Sha256, Digits: 6, PeriodSeconds: 30 or 60 } ? null : "Entra ID takes TOTP with SHA-1 or SHA-256, 6 digits and 30 or 60 s only";

    public static string? Sha1Only(PskcKey key) =>
        key.Suite == PskcSuite.Sha1 ? null : "this list cannot tell the hash, so its reader would take SHA-1 and every code would be wrong; use PSKC";

    /// <summary>privacyIDEA takes the hash from the key's length: 28, 32, 48 and 64 bytes for SHA-224, -256, -384 and -512, everything else for SHA-1.</summary>
    public static string? HashByLength(PskcKey key) => (key.Suite, key.Secret.Length) switch
    {
        (PskcSuite.Sha1, not (28 or 32 or 48 or 64)) or (PskcSuite.Sha256, 32) or (PskcSuite.Sha512, 64) => null,
        (_, int length) => $"privacyIDEA takes the hash from the key's length, and {length} bytes do not mean this one; use PSKC, or make keys of 20 (SHA-1), 32 (SHA-256) or 64 bytes (SHA-512)",
    };

    public static string? LinOtp(PskcKey key) =>
        key is { Algorithm: PskcAlgorithm.Hotp, Counter: > 0 } ? "LinOTP's list has no place for an HOTP counter; use PSKC" : null;

    public static string? Yubico(PskcKey key) => key is not { Algorithm: PskcAlgorithm.Hotp, Suite: PskcSuite.Sha1, Digits: 6, Counter: 0 }
        ? "Yubico's list is for HOTP with SHA-1, 6 digits and counters that begin at 0"
        : ListLines.Number(key.Id) is null ? "Yubico's list names tokens by a number, and the ID does not end in one" : null;

    public static string? Duo(PskcKey key) => key is { Suite: PskcSuite.Sha1, Algorithm: PskcAlgorithm.Hotp } or { Suite: PskcSuite.Sha1, Algorithm: PskcAlgorithm.Totp, Digits: 6, PeriodSeconds: 30 or 60 }
        ? null
        : "Duo takes SHA-1 only, and TOTP with 6 digits and 30 or 60 s only";

    public static string? PingId(PskcKey key) => key is { Suite: PskcSuite.Sha1, Digits: 6, Algorithm: PskcAlgorithm.Hotp } or { Suite: PskcSuite.Sha1, Digits: 6, PeriodSeconds: 30 or 60 }
        ? null
        : "PingID takes SHA-1 and 6 digits only, and TOTP with 30 or 60 s only";

    public static string? Otpauth(PskcKey key) =>
        key.PeriodSeconds > OtpParameters.MaxPeriodSeconds ? "readers of such URIs take periods of 300 s at most" : null;

    public static string? Pam(PskcKey key) =>
        Sha1Only(key) ?? (key.Secret.Length > MostPamBytes ? "pam_oath takes secrets of 32 bytes at most" : null);
}
