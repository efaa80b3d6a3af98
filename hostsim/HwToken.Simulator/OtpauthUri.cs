using System.Collections.Specialized;
using System.Globalization;
using System.Web;
using HwToken.Core.Otp;
using HwToken.Core.Text;

namespace HwToken.Simulator;

/// <summary>
/// The usual <c>otpauth://hotp|totp/label?secret=…</c> URI (Key URI Format of Google Authenticator): algorithm, digits,
/// period, counter, secret in Base32.
/// </summary>
public sealed class OtpauthUri
{
    private OtpauthUri(OtpParameters parameters, byte[] secret, string label)
    {
        Parameters = parameters;
        Secret = secret;
        Label = label;
    }

    /// <summary>OTP parameters.</summary>
    public OtpParameters Parameters { get; }

    /// <summary>Shared secret.</summary>
    public byte[] Secret { get; }

    /// <summary>Label, without the leading slash.</summary>
    public string Label { get; }

    /// <summary>Reads a URI.</summary>
    /// <param name="text">The URI. It holds a secret: no message repeats any of it.</param>
    /// <exception cref="FormatException">It is no such URI; the message says what is wrong and what to write.</exception>
    public static OtpauthUri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme != "otpauth")
        {
            throw new FormatException("Give a URI of the form otpauth://hotp/NAME?secret=BASE32&counter=0 or otpauth://totp/NAME?secret=BASE32.");
        }

        OtpType type = uri.Host.ToUpperInvariant() switch
        {
            "HOTP" => OtpType.Hotp,
            "TOTP" => OtpType.Totp,
            _ => throw new FormatException("After otpauth:// stands hotp or totp."),
        };
        NameValueCollection query = HttpUtility.ParseQueryString(uri.Query);
        if (query.AllKeys.Any(name => name?.StartsWith("amp;", StringComparison.OrdinalIgnoreCase) == true))
        {
            throw new FormatException("The URI holds &amp; where & belongs: it was copied out of a web page's source. Write & alone.");
        }

        if (!Base32.TryDecode(query["secret"], out byte[] secret) || secret.Length is 0 or > OtpGenerator.MaxSecretBytes)
        {
            throw new FormatException("The URI needs secret=, the shared secret of 1 to 128 bytes in Base32 (letters A to Z, digits 2 to 7).");
        }

        if (!OtpWords.TryParse((query["algorithm"] ?? "SHA1").ToUpperInvariant(), out OtpAlgorithm algorithm))
        {
            throw new FormatException("algorithm= is SHA1, SHA256 or SHA512.");
        }

        ulong counter = 0;
        if (type == OtpType.Hotp && !Number.TryParse(query["counter"], out counter))
        {
            throw new FormatException("A hotp URI needs counter=, a number from 0 on.");
        }

        if (counter == ulong.MaxValue)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"counter= goes up to {ulong.MaxValue - 1}: after the last counter there is no next one."));
        }

        return new OtpauthUri(
            new OtpParameters(type, algorithm, Small(query, "digits", 6, 6, 8), Small(query, "period", OtpParameters.DefaultPeriodSeconds, 1, 300), counter),
            secret,
            Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')));
    }

    private static int Small(NameValueCollection query, string name, int otherwise, int min, int max)
    {
        int value = otherwise;
        return query[name] is null || (Number.TryParse(query[name], max, out value) && value >= min)
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name}= is a number from {min} to {max}."));
    }
}
