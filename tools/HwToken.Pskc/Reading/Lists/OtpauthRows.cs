using System.Security.Cryptography;
using HwToken.Core.Otp;

namespace HwToken.Pskc.Reading.Lists;

/// <summary>One <c>otpauth://</c> URI a line; the account behind the issuer is the ID.</summary>
internal sealed class OtpauthRows(PskcLimits limits, Action<string> remark) : RowReader(limits, remark)
{
    public override PskcKey? Read(Row row)
    {
        OtpauthUri uri;
        try
        {
            uri = OtpauthUri.Parse(row[0].ToString());
        }
        catch (FormatException e)
        {
            throw row.Fail(PskcError.BadText, e.Message.TrimEnd('.'));
        }

        string id = Id(row, uri.Account, "the account in the URI");
        bool totp = uri.Parameters.Type == OtpType.Totp;
        if (uri.Parameters.InitialCounter > long.MaxValue)
        {
            CryptographicOperations.ZeroMemory(uri.Secret);
            throw row.Fail(PskcError.OutOfRange, $"the counter must lie between 0 and {long.MaxValue}");
        }

        return new PskcKey
        {
            Id = id,
            SerialNo = id,
            Issuer = Text(row, uri.Issuer, "the issuer"),
            Algorithm = totp ? PskcAlgorithm.Totp : PskcAlgorithm.Hotp,
            Suite = uri.Parameters.Algorithm switch { OtpAlgorithm.Sha256 => PskcSuite.Sha256, OtpAlgorithm.Sha512 => PskcSuite.Sha512, _ => PskcSuite.Sha1 },
            Digits = uri.Parameters.Digits,
            PeriodSeconds = totp ? uri.Parameters.PeriodSeconds : null,
            Time = totp ? 0 : null,
            Counter = totp ? null : (long)uri.Parameters.InitialCounter,
            Secret = PskcSecret.Own(Sized(row, uri.Secret)),
        };
    }
}
