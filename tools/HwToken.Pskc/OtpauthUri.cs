using System.Collections.Specialized;
using System.Globalization;
using System.Web;
using HwToken.Core.Otp;
using HwToken.Core.Text;

namespace HwToken.Pskc;

/// <summary>
/// The usual <c>otpauth://hotp|totp/label?secret=…</c> URI (Key URI Format of Google Authenticator): algorithm, digits,
/// period, counter, secret in Base32. Read and written here alone.
/// </summary>
public sealed class OtpauthUri
{
    private const string HtmlAmpersand = "&amp;";

    private OtpauthUri(OtpParameters parameters, byte[] secret, string label, string? issuer)
    {
        Parameters = parameters;
        Secret = secret;
        Label = label;
        Issuer = issuer;
    }

    /// <summary>OTP parameters.</summary>
    public OtpParameters Parameters { get; }

    /// <summary>Shared secret.</summary>
    public byte[] Secret { get; }

    /// <summary>Label, without the leading slash: the account, mostly behind the issuer and a colon.</summary>
    public string Label { get; }

    /// <summary>Parameter <c>issuer</c>, or null.</summary>
    public string? Issuer { get; }

    /// <summary>The label less the issuer and the colon before it.</summary>
    public string Account => Issuer is not null && Label.StartsWith(Issuer + ":", StringComparison.Ordinal)
        ? Label[(Issuer.Length + 1)..].Trim()
        : Label[(Label.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>Writes a URI, every parameter told.</summary>
    /// <param name="issuer">Who issued the credential; stands before the account and as a parameter.</param>
    /// <param name="account">Whose it is, or the credential ID.</param>
    /// <param name="parameters">OTP parameters.</param>
    /// <param name="counter">HOTP: the next counter; not looked at for TOTP.</param>
    /// <param name="secret">Shared secret.</param>
    /// <returns>The URI. It holds the secret.</returns>
    public static string Write(string issuer, string account, OtpParameters parameters, ulong counter, byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isHotp = parameters.Type == OtpType.Hotp;
        string by = Uri.EscapeDataString(issuer);
        string factor = isHotp ? "counter=" + counter.ToString(CultureInfo.InvariantCulture) : "period=" + parameters.PeriodSeconds.ToString(CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"otpauth://{(isHotp ? "hotp" : "totp")}/{by}:{Uri.EscapeDataString(account)}?secret={Base32.Encode(secret).TrimEnd('=')}&issuer={by}&algorithm={OtpWords.Of(parameters.Algorithm)}&digits={parameters.Digits}&{factor}");
    }

    /// <summary>Reads a URI.</summary>
    /// <param name="text">The URI. It holds a secret: no message repeats any of it.</param>
    /// <exception cref="FormatException">It is no such URI; the message says what is wrong and what to write.</exception>
    public static OtpauthUri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme != "otpauth")
        {
            throw new FormatException("Give a URI of the form otpauth://hotp/NAME?secret=BASE32&counter=0 or otpauth://totp/NAME?secret=BASE32.");
        }

        if (uri.Query.Contains(HtmlAmpersand, StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException("The URI holds &amp;, as it stands in the source of a web page: write & in its place.");
        }

        OtpType type = uri.Host.ToUpperInvariant() switch
        {
            "HOTP" => OtpType.Hotp,
            "TOTP" => OtpType.Totp,
            _ => throw new FormatException("After otpauth:// stands hotp or totp."),
        };
        NameValueCollection query = HttpUtility.ParseQueryString(uri.Query);
        if (!Base32.TryDecode(query["secret"], out byte[] secret) || secret.Length is 0 or > OtpGenerator.MaxSecretBytes)
        {
            throw new FormatException("The URI needs secret=, the shared secret of 1 to 128 bytes in Base32 (letters A to Z, digits 2 to 7).");
        }

        if (!OtpWords.TryParse((query["algorithm"] ?? "SHA1").ToUpperInvariant(), out OtpAlgorithm algorithm))
        {
            throw new FormatException("algorithm= is SHA1, SHA256 or SHA512.");
        }

        ulong counter = 0;
        if (type == OtpType.Hotp && !(Number.TryParse(query["counter"], out counter) && counter < ulong.MaxValue))
        {
            throw new FormatException("A hotp URI needs counter=, a number from 0 to 18446744073709551614 (behind the very last counter there is no next one to keep).");
        }

        return new OtpauthUri(
            new OtpParameters(type, algorithm, Small(query, "digits", 6, 6, 8), Small(query, "period", OtpParameters.DefaultPeriodSeconds, 1, 300), counter),
            secret,
            Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            query["issuer"]);
    }

    private static int Small(NameValueCollection query, string name, int otherwise, int min, int max)
    {
        int value = otherwise;
        return query[name] is null || (Number.TryParse(query[name], max, out value) && value >= min)
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name}= is a number from {min} to {max}."));
    }
}
