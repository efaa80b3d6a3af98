using System.Globalization;
using HwToken.Pskc.Crypto;

namespace HwToken.Pskc.Writing;

/// <summary>Writes key packages in the order of the RFC's schema, leaving out what readers in the field disagree on (TimeDrift, Suite for SHA-1).</summary>
internal sealed class KeyPackageWriter(CanonicalWriter xml, ContainerEncryptor encryptor)
{
    public void Write(PskcKey key)
    {
        xml.Line();
        Open("KeyPackage");
        xml.Line();
        Open("DeviceInfo");
        Optional("Manufacturer", key.Manufacturer);
        Optional("SerialNo", key.Id);
        Optional("Model", key.Model);
        Close();
        xml.Line();
        bool totp = key.Algorithm == PskcAlgorithm.Totp;
        xml.Start("", Uris.Pskc, "Key", ("Algorithm", totp ? Uris.Totp : Uris.Hotp), ("Id", key.Id));
        Optional("Issuer", key.Issuer);
        Parameters(key);
        Data(key);
        Policy(key);
        Close();
        Close();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Date(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Parameters(PskcKey key)
    {
        xml.Line();
        Open("AlgorithmParameters");
        Optional("Suite", key.Suite switch
        {
            PskcSuite.Sha256 => "SHA256",
            PskcSuite.Sha512 => "SHA512",
            _ => null,
        });
        xml.Line();
        xml.Start("", Uris.Pskc, "ResponseFormat", ("Encoding", "DECIMAL"), ("Length", Number(key.Digits)));
        xml.End();
        Close();
    }

    private void Data(PskcKey key)
    {
        (byte[] cipher, byte[] mac) = encryptor.Seal(key.Secret.Span);
        xml.Line();
        Open("Data");
        xml.Line();
        Open("Secret");
        xml.Line();
        EncryptionWriter.Encrypted(xml, "EncryptedValue", encryptor.Method, cipher);
        xml.Line();
        xml.Leaf("", Uris.Pskc, "ValueMAC", Convert.ToBase64String(mac));
        Close();
        if (key.Algorithm == PskcAlgorithm.Totp)
        {
            Plain("Time", key.Time ?? 0);
            Plain("TimeInterval", key.PeriodSeconds!.Value);
        }
        else
        {
            Plain("Counter", key.Counter!.Value);
        }

        Close();
    }

    private void Policy(PskcKey key)
    {
        xml.Line();
        Open("Policy");
        Optional("StartDate", Date(key.StartDate));
        Optional("ExpiryDate", Date(key.ExpiryDate));
        Optional("KeyUsage", "OTP");
        Close();
    }

    private void Plain(string name, long value)
    {
        xml.Line();
        Open(name);
        xml.Leaf("", Uris.Pskc, "PlainValue", Number(value));
        xml.End();
    }

    private void Optional(string name, string? text)
    {
        if (text is not null)
        {
            xml.Line();
            xml.Leaf("", Uris.Pskc, name, text);
        }
    }

    private void Open(string name) => xml.Start("", Uris.Pskc, name);

    private void Close() => xml.CloseOnNewLine();
}
