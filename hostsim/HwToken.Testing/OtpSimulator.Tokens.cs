using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Rack;
using HwToken.Rack.Seeds;
using HwToken.Simulator.Fleets;

namespace HwToken.Testing;

/// <content>Single tokens.</content>
public sealed partial class OtpSimulator
{
    /// <summary>A TOTP token (RFC 6238: SHA-1, six digits, 30 s) for this test alone.</summary>
    /// <param name="secret">
    /// Its secret in Base32, as the system under test shows it (blanks and lower case do no harm); null: a random one, see <see cref="OtpToken.SecretAsync"/>.
    /// Whoever asks for the same secret meanwhile waits until the token is disposed.
    /// </param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">It is no such secret, or another test has the token too long.</exception>
    public Task<OtpToken> TotpAsync(string? secret = null, CancellationToken cancel = default) =>
        secret is null ? RandomAsync(OtpType.Totp, cancel) : FromUriAsync(UriOf("totp", secret, "period=30"), cancel);

    /// <summary>A HOTP token (RFC 4226: SHA-1, six digits) for this test alone.</summary>
    /// <param name="secret">As with <see cref="TotpAsync"/>.</param>
    /// <param name="counter">The counter of its first code, unless the simulator has told later ones already. Not for a random secret.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">It is no such secret, or another test has the token too long.</exception>
    public Task<OtpToken> HotpAsync(string? secret = null, ulong counter = 0, CancellationToken cancel = default) =>
        secret is null && counter == 0 ? RandomAsync(OtpType.Hotp, cancel)
        : secret is null ? throw new OtpException(OtpFault.BadInput, "A random HOTP token begins at counter 0. Give a secret along with the counter.")
        : FromUriAsync(UriOf("hotp", secret, string.Create(CultureInfo.InvariantCulture, $"counter={counter}")), cancel);

    /// <summary>The token that a URI describes, for this test alone: what the system under test shows as a QR code.</summary>
    /// <param name="otpauth"><c>otpauth://totp/NAME?secret=BASE32</c> or <c>otpauth://hotp/NAME?secret=BASE32&amp;counter=0</c>, with <c>digits</c> (6 to 8), <c>algorithm</c>
    /// and <c>period</c> (1 to 300) as needed.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">It is no such URI, or another test has the token too long.</exception>
    public async Task<OtpToken> FromUriAsync(string otpauth, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(otpauth);
        string pool = SinglePool.NameOf(Single(otpauth.Trim()));
        await _simulator.FillAsync(pool, otpauth.Trim(), null, null, cancel).ConfigureAwait(false);
        return await LeaseAsync(pool, ownsPool: false, cancel).ConfigureAwait(false);
    }

    private static FleetToken Single(string otpauth)
    {
        try
        {
            return otpauth.StartsWith("otpauth:", StringComparison.OrdinalIgnoreCase) && SeedText.Read(otpauth, null, null) is [{ } token]
                ? token
                : throw new OtpException(OtpFault.BadInput, "Give one URI that begins with otpauth://totp/ or otpauth://hotp/. Several, and seed files, go into a pool: ImportAsync.");
        }
        catch (RefusalException e)
        {
            throw new OtpException(OtpFault.BadInput, e.Message, inner: e);
        }
    }

    /// <summary>Blanks and dashes that pages put between groups of four go; anything else that is no Base32 is refused where the URI is read.</summary>
    private static string UriOf(string type, string secret, string factor)
    {
        string typed = string.Concat(secret.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).TrimEnd('=').ToUpperInvariant();
        string id = RandomNumberGenerator.GetString("0123456789", 8);
        return $"otpauth://{type}/DPHT{id}?secret={Uri.EscapeDataString(typed)}&{factor}";
    }
}
