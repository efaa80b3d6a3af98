namespace HwToken.Pskc.Reading.Lists;

/// <summary>Logs of Yubico's personalization tool. Traditional: kind, date, slot, public ID, private ID, key, access codes, flags; the twelfth field tells the digits of
/// OATH-HOTP. Yubico's own: serial, public ID, private ID (0: OATH-HOTP), key, access code, date. Other kinds than OATH-HOTP are foreign here.</summary>
internal sealed class YubicoRows(PskcLimits limits, Action<string> remark) : RowReader(limits, remark)
{
    public override PskcKey? Read(Row row)
    {
        bool isTraditional = row[0].ContainsAnyExceptInRange('0', '9');
        if (isTraditional && row[0].StartsWith("LOGGING START", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return isTraditional ? Traditional(row) : Serial(row);
    }

    private PskcKey Traditional(Row row)
    {
        if (!row[0].Equals("OATH-HOTP", StringComparison.OrdinalIgnoreCase))
        {
            row.Key = row[3].Length is > 0 and <= 32 ? row[3].ToString() : null;
            throw Foreign(row);
        }

        if (row[3].IsEmpty)
        {
            throw row.Fail(PskcError.MissingElement, "the line has no public ID, and the log has no serial numbers: the key has no name");
        }

        return Key(row, Id(row, row[3], "the public ID"), row[5], (int)row.Number(11, "the number of digits", MinDigits, MaxDigits, MinDigits));
    }

    private PskcKey Serial(Row row)
    {
        string id = Id(row, row[0], "the serial number");
        return row[2] is "0" ? Key(row, id, row[3], MinDigits) : throw Foreign(row);
    }

    private static PskcException Foreign(Row row) =>
        row.Fail(PskcError.UnknownAlgorithm, "its kind is not OATH-HOTP (Yubico OTP, static password or challenge-response)");

    private PskcKey Key(Row row, string id, ReadOnlySpan<char> secret, int digits) => new()
    {
        Id = id,
        SerialNo = id,
        Manufacturer = "Yubico",
        Algorithm = PskcAlgorithm.Hotp,
        Digits = digits,
        Counter = 0,
        Secret = PskcSecret.Own(Hex(row, secret)),
    };
}
