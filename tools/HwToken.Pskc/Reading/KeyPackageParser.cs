using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads one KeyPackage (RFC 6030, 4), also as the drafts spelled it (Device, KeyId, KeyAlgorithm, Usage).</summary>
internal sealed class KeyPackageParser(XmlCursor cursor, DataParser data, ContainerDecryptor decryptor)
{
    private const int MinDigits = 6;
    private const int MaxDigits = 8;

    public PskcKey Package()
    {
        using var key = new KeyDraft();
        bool hasKey = false;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "DeviceInfo":
                    DeviceInfo(key);
                    break;
                case "CryptoModuleInfo" or "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                case "Key" when !hasKey:
                    hasKey = true;
                    Key(key);
                    break;
                case "Key":
                    throw cursor.Fail(PskcError.RepeatedElement, "a key package holds two keys");
                default:
                    throw cursor.Unexpected();
            }
        }

        return hasKey ? Finish(key) : throw cursor.Fail(PskcError.MissingElement, "a key package holds no key");
    }

    private void DeviceInfo(KeyDraft key)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor.IsPskc && PolicyParser.TryDate(cursor, key))
            {
                continue;
            }

            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "Manufacturer" when key.Manufacturer is null:
                    key.Manufacturer = Values.OptionalText(cursor, "Manufacturer", cursor.Leaf());
                    break;
                case "SerialNo" when key.SerialNo is null:
                    key.SerialNo = Values.OptionalText(cursor, "SerialNo", cursor.Leaf());
                    break;
                case "Model" when key.Model is null:
                    key.Model = Values.OptionalText(cursor, "Model", cursor.Leaf());
                    break;
                case "IssueNo" or "DeviceBinding" or "UserId" or "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                case "Manufacturer" or "SerialNo" or "Model":
                    throw cursor.Fail(PskcError.RepeatedElement, $"{cursor.Name} stands twice in one device");
                default:
                    throw cursor.Unexpected();
            }
        }
    }

    private void Key(KeyDraft key)
    {
        key.Id = Values.Text(cursor, "Key Id", (cursor.Reader.GetAttribute("Id") ?? cursor.Reader.GetAttribute("KeyId")
            ?? throw cursor.Fail(PskcError.MissingElement, "a key has no Id")).AsSpan().Trim());
        string algorithm = cursor.Reader.GetAttribute("Algorithm") ?? cursor.Reader.GetAttribute("KeyAlgorithm") ?? "";
        key.Algorithm = AlgorithmNames.Algorithm(algorithm.Trim())
            ?? throw cursor.Fail(PskcError.UnknownAlgorithm, "a key's algorithm is neither HOTP nor TOTP; have the sender split the file by kind of key");
        bool hasData = false;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "Issuer" when key.Issuer is null:
                    key.Issuer = Values.OptionalText(cursor, "Issuer", cursor.Leaf());
                    break;
                case "AlgorithmParameters" or "Usage":
                    Parameters(key);
                    break;
                case "Data" when !hasData:
                    hasData = true;
                    data.Data(key, decryptor);
                    break;
                case "Policy":
                    PolicyParser.Policy(cursor, key);
                    break;
                case "KeyProfileId" or "KeyReference" or "FriendlyName" or "UserId" or "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                case "Issuer" or "Data":
                    throw cursor.Fail(PskcError.RepeatedElement, $"{cursor.Name} stands twice in one key");
                default:
                    throw cursor.Unexpected();
            }
        }
    }

    private void Parameters(KeyDraft key)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "Suite" when key.Suite is null:
                    key.Suite = Suite();
                    break;
                case "ResponseFormat" when key.Digits is null:
                    key.Digits = ResponseFormat();
                    break;
                case "Suite" or "ResponseFormat":
                    throw cursor.Fail(PskcError.RepeatedElement, $"{cursor.Name} stands twice in one key");
                case "ChallengeFormat":
                    throw cursor.Fail(PskcError.UnsupportedFormat, "a key answers challenges; only HOTP and TOTP codes are supported");
                case "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                default:
                    throw cursor.Unexpected();
            }
        }
    }

    /// <summary>The hash as text, as attribute hashalgo (one exporter's dialect), or as both if they agree.</summary>
    private PskcSuite Suite()
    {
        string? attribute = cursor.Reader.GetAttribute("hashalgo");
        string text = cursor.Leaf().ToString();
        PskcSuite? byAttribute = attribute is null ? null : AlgorithmNames.Suite(attribute.Trim());
        PskcSuite? byText = text.Length == 0 ? null : AlgorithmNames.Suite(text);
        bool unknown = (attribute is not null && byAttribute is null) || (text.Length > 0 && byText is null);
        PskcSuite? suite = byText ?? byAttribute;
        return !unknown && suite is not null && (byAttribute ?? suite) == suite
            ? suite.Value
            : throw cursor.Fail(PskcError.UnknownSuite, "the Suite is not HMAC-SHA1, HMAC-SHA256 or HMAC-SHA512; with a guess every code would be wrong");
    }

    private int ResponseFormat()
    {
        string length = cursor.Reader.GetAttribute("Length") ?? throw cursor.Fail(PskcError.MissingElement, "ResponseFormat has no Length");
        string? encoding = cursor.Reader.GetAttribute("Encoding") ?? cursor.Reader.GetAttribute("Format");
        string check = cursor.Reader.GetAttribute("CheckDigits") ?? cursor.Reader.GetAttribute("CheckDigit") ?? "false";
        if (encoding?.Trim() != "DECIMAL" || Values.Boolean(cursor, "CheckDigits", check))
        {
            throw cursor.Fail(PskcError.UnsupportedFormat, "codes must be decimal digits without a check digit (ResponseFormat Encoding DECIMAL)");
        }

        int digits = (int)Values.Integer(cursor, "ResponseFormat Length", length.AsSpan().Trim(), MinDigits, MaxDigits);
        cursor.Empty();
        return digits;
    }

    private PskcKey Finish(KeyDraft key)
    {
        if (key.Secret is null)
        {
            throw cursor.Fail(PskcError.MissingElement, "a key has no secret");
        }

        if (key.Digits is null)
        {
            throw cursor.Fail(PskcError.MissingElement, "a key does not say how many digits its codes have (ResponseFormat)");
        }

        if (key is { Algorithm: PskcAlgorithm.Totp, Interval: null })
        {
            throw cursor.Fail(PskcError.MissingElement, "a TOTP key has no TimeInterval; tokens of 30 and of 60 seconds exist, so none is assumed");
        }

        if (key.HasUsage && !key.MayMakeCodes)
        {
            throw cursor.Fail(PskcError.UnsupportedPolicy, "the key's policy does not allow one-time passwords (KeyUsage OTP)");
        }

        return key.Start is null || key.Expiry is null || key.Start <= key.Expiry
            ? key.ToKey()
            : throw cursor.Fail(PskcError.BadDate, "a key expires before it starts");
    }
}
