using System.Xml;

namespace HwToken.Pskc.Writing;

/// <summary>What may be written: nothing that our own reader, or a known one, would refuse or misread.</summary>
internal static class KeyRules
{
    public static void Check(PskcKey key)
    {
        Text("Id", key.Id);
        foreach ((string what, string? text) in new[] { ("Issuer", key.Issuer), ("Manufacturer", key.Manufacturer), ("Model", key.Model) })
        {
            if (text is not null)
            {
                Text(what, text);
            }
        }

        Require(key.SerialNo is null || key.SerialNo == key.Id, PskcError.DuplicateId, "SerialNo must be the credential ID");
        Require(key.Digits is >= 6 and <= 8, PskcError.OutOfRange, "a code has 6 to 8 digits");
        Require(key.Secret.Length is >= 16 and <= 128, PskcError.OutOfRange, "a shared secret has 16 to 128 bytes");
        if (key.Algorithm == PskcAlgorithm.Totp)
        {
            Require(key.PeriodSeconds is >= 1 and <= 86_400 && key.Counter is null, PskcError.OutOfRange, "a TOTP key has a period of 1 to 86,400 seconds and no counter");
            Require(key.Time is null or >= 0, PskcError.OutOfRange, "Time is not negative");
        }
        else
        {
            Require(key.Counter >= 0 && key.PeriodSeconds is null && key.Time is null, PskcError.OutOfRange, "an HOTP key has a counter of 0 or more and no period");
        }

        Require(key.StartDate is null || key.ExpiryDate is null || key.StartDate <= key.ExpiryDate, PskcError.BadDate, "a key does not expire before it starts");
    }

    public static void Check(PskcWriteOptions options)
    {
        int keyBytes = options.Profile == PskcProfile.Strong ? 32 : 16;
        PskcKeySource source = options.Protection;
        Require(source.IsPassphrase || source.Bytes.Length == keyBytes, PskcError.WrongKey, $"the {options.Profile} profile wants a pre-shared key of {keyBytes} bytes");
        Require(!source.IsPassphrase || options.Pbkdf2Rounds >= PskcWriteOptions.MinPbkdf2Rounds, PskcError.OutOfRange, $"at least {PskcWriteOptions.MinPbkdf2Rounds:N0} PBKDF2 rounds");
        Text("KeyName", options.KeyName);
        Require(options.ContainerId is null || IsName(options.ContainerId), PskcError.BadText, "ContainerId must be an XML name: a letter, then letters, digits, '-', '.' or '_'");
    }

    public static void Text(string what, string text)
    {
        bool fits = text.Length is > 0 and <= 128 && text.AsSpan().Trim().Length == text.Length && !text.Any(char.IsControl) && IsXml(text);
        Require(fits, PskcError.BadText, $"{what} must have 1 to 128 characters that XML can carry, no control characters and no space at the ends");
    }

    public static void Require(bool holds, PskcError error, string rule)
    {
        if (!holds)
        {
            throw new PskcException(error, $"Cannot write this: {rule}.");
        }
    }

    private static bool IsXml(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsName(string text)
    {
        try
        {
            XmlConvert.VerifyNCName(text);
            return true;
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return false;
        }
    }
}
