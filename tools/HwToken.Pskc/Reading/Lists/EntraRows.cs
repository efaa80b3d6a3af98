using HwToken.Core.Text;

namespace HwToken.Pskc.Reading.Lists;

/// <summary>Microsoft Entra ID's list: columns by the names in the first line. TOTP, SHA-1, 6 digits; keys in Base32.</summary>
internal sealed class EntraRows(PskcLimits limits, Action<string> remark) : RowReader(limits, remark)
{
    private Dictionary<string, int>? columns;

    public override PskcKey? Read(Row row)
    {
        if (columns is null)
        {
            columns = Header(row);
            return null;
        }

        string id = Id(row, row[columns["SERIALNUMBER"]], "the serial number");
        int interval = columns.GetValueOrDefault("TIMEINTERVAL", int.MaxValue);
        if (row[interval].IsEmpty)
        {
            throw row.Fail(PskcError.MissingElement, "the line has no time interval; tokens of 30 and of 60 seconds exist, so none is assumed");
        }

        return new PskcKey
        {
            Id = id,
            SerialNo = id,
            Algorithm = PskcAlgorithm.Totp,
            Time = 0,
            PeriodSeconds = (int)row.Number(interval, "the time interval", 1, MaxPeriod, 0),
            Manufacturer = Text(row, row[columns.GetValueOrDefault("MANUFACTURER", int.MaxValue)], "the manufacturer"),
            Model = Text(row, row[columns.GetValueOrDefault("MODEL", int.MaxValue)], "the model"),
            Secret = PskcSecret.Own(Base32Key(row, row[columns["SECRETKEY"]])),
        };
    }

    private static Dictionary<string, int> Header(Row row)
    {
        var found = new Dictionary<string, int>();
        for (int i = 0; i < row.Count; i++)
        {
            found.TryAdd(row[i].ToString().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), i);
        }

        return found.ContainsKey("SERIALNUMBER") && found.ContainsKey("SECRETKEY")
            ? found
            : throw row.Fail(PskcError.BadLine, "the first line must name the columns: upn,serial number,secret key,time interval,manufacturer,model");
    }

    private byte[] Base32Key(Row row, ReadOnlySpan<char> field) => Base32.TryDecode(field.ToString(), out byte[] secret) && secret.Length > 0
        ? Sized(row, secret)
        : throw row.Fail(PskcError.BadSecret, field.ContainsAnyExcept(HexDigits)
            ? "the key is not written in Base32 (letters A to Z, digits 2 to 7)"
            : "the key is written in hexadecimal, but Base32 is due");
}
