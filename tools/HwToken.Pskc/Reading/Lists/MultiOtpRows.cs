namespace HwToken.Pskc.Reading.Lists;

/// <summary>Lines <c>serial;manufacturer;type;key;digits;step or counter</c>. The hash is SHA-1: the list cannot tell another.</summary>
internal sealed class MultiOtpRows(PskcLimits limits, Action<string> remark) : RowReader(limits, remark)
{
    public override PskcKey? Read(Row row)
    {
        string id = Id(row, row[0], "the serial number");
        bool totp = row[2].ToString().ToUpperInvariant() switch
        {
            "HOTP" => false,
            "TOTP" => true,
            _ => throw row.Fail(PskcError.UnknownAlgorithm, "its type is neither HOTP nor TOTP"),
        };
        return new PskcKey
        {
            Id = id,
            SerialNo = id,
            Manufacturer = Text(row, row[1], "the manufacturer"),
            Algorithm = totp ? PskcAlgorithm.Totp : PskcAlgorithm.Hotp,
            Digits = (int)row.Number(4, "the number of digits", MinDigits, MaxDigits, MinDigits),
            PeriodSeconds = totp ? (int)row.Number(5, "the time step", 1, MaxPeriod, 30) : null,
            Time = totp ? 0 : null,
            Counter = totp ? null : row.Number(5, "the counter", 0, long.MaxValue, 0),
            Secret = PskcSecret.Own(Hex(row, row[3])),
        };
    }
}
