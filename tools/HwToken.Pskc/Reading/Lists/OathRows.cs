namespace HwToken.Pskc.Reading.Lists;

/// <summary>Lines <c>serial, key[, type[, digits[, step or counter[, hash]]]]</c>. privacyIDEA puts an HOTP counter fifth; LinOTP, whose lists have a sixth column
/// for the hash, puts a time step there that means nothing for HOTP. Version 2 of privacyIDEA's list begins with user, resolver and realm.</summary>
internal sealed class OathRows(PskcLimits limits, Action<string> remark, bool hasUsers) : RowReader(limits, remark)
{
    private const int DefaultPeriod = 30;
    private const int Sha256Bytes = 32;
    private const int Sha512Bytes = 64;
    private const int LinOtpFields = 6;

    private readonly int at = hasUsers ? 3 : 0;

    public override PskcKey? Read(Row row)
    {
        if (IsHeader(row[at + 1]))
        {
            return null;
        }

        string id = Id(row, row[at], "the serial number");
        if (row[at + 1].IsEmpty)
        {
            throw row.Fail(PskcError.BadLine, "the line has no key: serial, key[, type[, digits[, step or counter[, hash]]]] is due");
        }

        bool totp = IsTotp(row);
        byte[] secret = Hex(row, row[at + 1]);
        if (row.Count > at + LinOtpFields - 1 && !totp)
        {
            Remark("HOTP keys in lines with a sixth column begin at counter 0: such lists (LinOTP) have no place for a counter.");
        }
        else if (!totp && row[at + 4] is "30" or "60")
        {
            Remark("HOTP keys with 30 or 60 in the fifth column begin at that counter, as privacyIDEA means it. Should it be a time step there, begin at 0 instead: remove the column.");
        }

        return new PskcKey
        {
            Id = id,
            SerialNo = id,
            Algorithm = totp ? PskcAlgorithm.Totp : PskcAlgorithm.Hotp,
            Digits = (int)row.Number(at + 3, "the number of digits", MinDigits, MaxDigits, MinDigits),
            PeriodSeconds = totp ? (int)row.Number(at + 4, "the time step", 1, MaxPeriod, DefaultPeriod) : null,
            Time = totp ? 0 : null,
            Counter = totp ? null : row.Count > at + LinOtpFields - 1 ? 0 : row.Number(at + 4, "the counter", 0, long.MaxValue, 0),
            Suite = Suite(row, secret.Length),
            Secret = PskcSecret.Own(secret),
        };
    }

    private static bool IsHeader(ReadOnlySpan<char> field) => field.ToString().ToUpperInvariant() is "KEY" or "SEED" or "SECRET" or "OTPKEY" or "SECRET KEY";

    private bool IsTotp(Row row) => row[at + 2].ToString().ToUpperInvariant() switch
    {
        "HOTP" or "HMAC" or "" => false,
        "TOTP" => true,
        _ => throw row.Fail(PskcError.UnknownAlgorithm, "its type is neither HOTP nor TOTP"),
    };

    /// <summary>Without a hash column both readers in the field take it from the key's length.</summary>
    private PskcSuite Suite(Row row, int secretBytes)
    {
        ReadOnlySpan<char> told = row[at + 5];
        if (!told.IsEmpty)
        {
            return AlgorithmNames.Suite(told.ToString()) ?? throw row.Fail(PskcError.UnknownSuite, "its hash is not SHA1, SHA256 or SHA512");
        }

        if (secretBytes is not (Sha256Bytes or Sha512Bytes))
        {
            return PskcSuite.Sha1;
        }

        Remark("Keys of 32 bytes without a hash column were taken for SHA-256, of 64 bytes for SHA-512, as LinOTP and privacyIDEA read such lists.");
        return secretBytes == Sha256Bytes ? PskcSuite.Sha256 : PskcSuite.Sha512;
    }
}
