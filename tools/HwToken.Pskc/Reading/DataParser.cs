using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads the Data element: secret, counter, time, interval, drift; each in clear or encrypted (RFC 6030, 4.2).</summary>
internal sealed class DataParser(XmlCursor cursor, EncryptionParser encryption, bool plainSecretAllowed, PskcLimits limits)
{
    private const long MaxPeriod = 86_400;

    public void Data(KeyDraft key, ContainerDecryptor decryptor)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (!cursor.IsPskc)
            {
                cursor.Skip(); // extension data of other makers, which the format allows here
                continue;
            }

            switch (cursor.Name)
            {
                case "Secret" when key.Secret is null:
                    key.Secret = Secret(decryptor);
                    break;
                case "Counter" when key.Counter is null:
                    key.Counter = Number("Counter", decryptor, 0, long.MaxValue, isOptional: true);
                    break;
                case "Time" when key.Time is null:
                    key.Time = Number("Time", decryptor, 0, long.MaxValue, isOptional: true);
                    break;
                case "TimeInterval" when key.Interval is null:
                    // HOTP has no step; one writer puts a 0 there.
                    key.Interval = Number("TimeInterval", decryptor, key.Algorithm == PskcAlgorithm.Totp ? 1 : 0, MaxPeriod);
                    break;
                case "TimeDrift" when key.Drift is null:
                    key.Drift = Number("TimeDrift", decryptor, int.MinValue, int.MaxValue, isOptional: true);
                    break;
                case "Secret" or "Counter" or "Time" or "TimeInterval" or "TimeDrift":
                    throw cursor.Fail(PskcError.RepeatedElement, $"{cursor.Name} stands twice in one key");
                default:
                    throw cursor.Unexpected();
            }
        }
    }

    private byte[] Secret(ContainerDecryptor decryptor)
    {
        (byte[]? plain, EncryptedValue? encrypted, byte[]? mac) = Value(secret: true, "Secret", out _);
        byte[] secret;
        if (encrypted is not null)
        {
            secret = decryptor.Open(encrypted, mac);
        }
        else if (plainSecretAllowed)
        {
            secret = plain!;
        }
        else
        {
            CryptographicOperations.ZeroMemory(plain);
            throw cursor.Fail(PskcError.PlainSecret, "a secret stands in clear although the file announces encryption or encryption is demanded");
        }

        if (secret.Length >= limits.MinSecretBytes && secret.Length <= limits.MaxSecretBytes)
        {
            return secret;
        }

        int length = secret.Length;
        CryptographicOperations.ZeroMemory(secret);
        throw cursor.Fail(PskcError.OutOfRange, $"a secret has {length} bytes, allowed are {limits.MinSecretBytes} to {limits.MaxSecretBytes}");
    }

    /// <summary>A number in its range. An empty optional value is 0: nothing has been counted yet.</summary>
    private long Number(string what, ContainerDecryptor decryptor, long min, long max, bool isOptional = false)
    {
        (_, EncryptedValue? encrypted, byte[]? mac) = Value(secret: false, what, out long number, isOptional);
        if (encrypted is not null)
        {
            number = Decrypted(what, decryptor.Open(encrypted, mac));
        }

        return Values.InRange(cursor, what, number, min, max);
    }

    /// <summary>RFC 6030, 4.2: integers are encrypted as 4 or 8 bytes in network order. Writers in the field leave leading zeros out, others encrypt the
    /// decimal digits. Bytes that are all digits are taken as digits, as python-pskc does: in 4 or 8 bytes no token has counted that far
    /// (808,464,432 is "0000"), and in fewer it is the lower number, from which resynchronisation leads to the other.</summary>
    private long Decrypted(string what, byte[] bytes)
    {
        if (Array.TrueForAll(bytes, b => b is >= (byte)'0' and <= (byte)'9'))
        {
            return Values.Integer(cursor, what, Encoding.ASCII.GetString(bytes), 0, long.MaxValue);
        }

        if (bytes.Length > sizeof(long))
        {
            throw cursor.Fail(PskcError.BadNumber, $"the encrypted {what} is neither an integer of up to 8 bytes nor decimal digits");
        }

        long number = (sbyte)bytes[0];
        foreach (byte next in bytes.AsSpan(1))
        {
            number = (number << 8) | next;
        }

        return number;
    }

    private (byte[]? Plain, EncryptedValue? Encrypted, byte[]? Mac) Value(bool secret, string what, out long number, bool isOptional = false)
    {
        byte[]? plain = null;
        EncryptedValue? encrypted = null;
        byte[]? mac = null;
        bool seen = false;
        number = 0;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "PlainValue" when !seen:
                    seen = true;
                    plain = secret ? StrictBase64.Decode(cursor, what, cursor.Leaf()) : null;
                    number = secret ? 0 : Integer(what, isOptional);
                    cursor.ClearLeaf();
                    break;
                case "EncryptedValue" when !seen:
                    seen = true;
                    encrypted = encryption.Encrypted();
                    break;
                case "ValueMAC" when mac is null:
                    mac = StrictBase64.Decode(cursor, "ValueMAC", cursor.Leaf());
                    break;
                default:
                    throw cursor.Unexpected();
            }
        }

        return seen || isOptional ? (plain, encrypted, mac) : throw cursor.Fail(PskcError.MissingElement, $"{what} has no value");
    }

    private long Integer(string what, bool isOptional)
    {
        ReadOnlySpan<char> text = cursor.Leaf();
        if (isOptional && (text.IsEmpty || (cursor.LowerCase && text.SequenceEqual("None"))))
        {
            return 0; // "None" is how privacyIDEA, written in Python, spells an absent value.
        }

        // privacyIDEA's drift has a fraction of a second.
        return what == "TimeDrift" && text.Contains('.') && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal fraction)
            && Math.Abs(fraction) <= int.MaxValue
            ? (long)Math.Round(fraction)
            : Values.Integer(cursor, what, text, long.MinValue, long.MaxValue);
    }
}
