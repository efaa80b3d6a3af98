using System.Globalization;
using System.Security.Cryptography;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading.Drafts;

/// <summary>Reads one Device of the early drafts: DeviceId, and a Key (or Secret) whose values are <c>Data Name="SECRET"</c> and <c>Data Name="COUNTER"</c>.</summary>
internal sealed class DraftKeyParser(XmlCursor cursor, DraftCipher cipher, PskcReadOptions options)
{
    public PskcKey Device()
    {
        using var key = new KeyDraft();
        bool hasKey = false;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.Name)
            {
                case "DeviceId" or "DeviceInfo":
                    DeviceId(key);
                    break;
                case "Key" or "Secret" when !hasKey:
                    hasKey = true;
                    Key(key);
                    break;
                case "Key" or "Secret":
                    throw cursor.Fail(PskcError.RepeatedElement, "a device holds two keys");
                default:
                    throw cursor.Unexpected();
            }
        }

        return key is { Secret: not null, Digits: not null } ? key.ToKey() : throw cursor.Fail(PskcError.MissingElement, "a device has no key with secret and response format");
    }

    private void DeviceId(KeyDraft key)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.Name)
            {
                case "Manufacturer":
                    key.Manufacturer = Values.OptionalText(cursor, "Manufacturer", cursor.Leaf());
                    break;
                case "SerialNo":
                    key.SerialNo = Values.OptionalText(cursor, "SerialNo", cursor.Leaf());
                    cursor.Key ??= key.SerialNo;
                    break;
                case "Model":
                    key.Model = Values.OptionalText(cursor, "Model", cursor.Leaf());
                    break;
                case "Expiry":
                    key.Expiry = Expiry(cursor.Leaf());
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        }
    }

    private void Key(KeyDraft key)
    {
        string? id = (cursor.Attribute("KeyId") ?? cursor.Attribute("SecretId"))?.Trim();
        key.Id = !string.IsNullOrEmpty(id) ? Values.Text(cursor, "KeyId", id) : key.SerialNo ?? throw cursor.Fail(PskcError.MissingElement, "a key has neither an ID nor a serial number");
        cursor.Key = key.Id;
        if (AlgorithmNames.Algorithm((cursor.Attribute("KeyAlgorithm") ?? cursor.Attribute("SecretAlgorithm") ?? "").Trim()) != PskcAlgorithm.Hotp)
        {
            throw cursor.Fail(PskcError.UnknownAlgorithm, "its algorithm is not HOTP, the only one that the early drafts know");
        }

        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.Name)
            {
                case "Issuer":
                    key.Issuer = Values.OptionalText(cursor, "Issuer", cursor.Leaf());
                    break;
                case "Usage":
                    Usage(key);
                    break;
                case "Data":
                    Data(key);
                    break;
                case "FriendlyName":
                    cursor.Skip();
                    break;
                default:
                    throw cursor.Fail(PskcError.UnsupportedPolicy, "the key holds an element that is not known here, perhaps a rule for its use");
            }
        }
    }

    private void Usage(KeyDraft key)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            string form = (cursor.Attribute("Format") ?? cursor.Attribute("format") ?? "").Trim();
            if (cursor.Name != "ResponseFormat" || form != "DECIMAL" || key.Digits is not null)
            {
                throw cursor.Fail(PskcError.UnsupportedFormat, "codes must be decimal digits (ResponseFormat Format DECIMAL), without a challenge");
            }

            key.Digits = (int)Values.Integer(cursor, "ResponseFormat Length", (cursor.Attribute("Length") ?? cursor.Attribute("length") ?? "").Trim(), 6, 8);
            cursor.Skip();
        }
    }

    private void Data(KeyDraft key)
    {
        string name = (cursor.Attribute("Name") ?? "").Trim();
        byte[]? value = null;
        byte[]? proof = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            (value, proof) = cursor.Name switch
            {
                "Value" when value is null => (StrictBase64.Decode(cursor, name, cursor.Leaf()), proof),
                "ValueDigest" when proof is null => (value, StrictBase64.Decode(cursor, "ValueDigest", cursor.Leaf())),
                _ => throw cursor.Unexpected(),
            };
            cursor.ClearLeaf();
        }

        switch (name)
        {
            case "SECRET" when key.Secret is null && value is not null:
                key.Secret = Sized(cipher.Secret(value, proof));
                break;
            case "COUNTER" when key.Counter is null && value is not null:
                key.Counter = cipher.Counter(value, proof);
                break;
            default:
                throw cursor.Fail(PskcError.UnexpectedElement, "the key has Data other than one SECRET and one COUNTER");
        }
    }

    private byte[] Sized(byte[] secret)
    {
        if (!cipher.Encrypted && options.RequireEncryption)
        {
            CryptographicOperations.ZeroMemory(secret);
            throw new PskcException(PskcError.PlainSecret, "A secret stands in clear, but encryption is demanded. Nothing was taken from the file.");
        }

        if (secret.Length >= options.Limits.MinSecretBytes && secret.Length <= options.Limits.MaxSecretBytes)
        {
            return secret;
        }

        CryptographicOperations.ZeroMemory(secret);
        throw cursor.Fail(PskcError.OutOfRange, $"a secret has {secret.Length} bytes, allowed are {options.Limits.MinSecretBytes} to {options.Limits.MaxSecretBytes}");
    }

    /// <summary>A date of RFC 6030, or as the drafts' examples have it: two numbers and a year, which is taken only when it can mean but one day.</summary>
    private DateTimeOffset Expiry(ReadOnlySpan<char> text)
    {
        bool monthFirst = DateTimeOffset.TryParseExact(text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset one);
        bool dayFirst = DateTimeOffset.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset two);
        return (monthFirst, dayFirst) switch
        {
            (false, false) => Values.Date(cursor, "Expiry", text),
            (true, true) when one != two => throw cursor.Fail(PskcError.BadDate, "Expiry can mean two days (day and month are not told apart)"),
            _ => monthFirst ? one : two,
        };
    }
}
