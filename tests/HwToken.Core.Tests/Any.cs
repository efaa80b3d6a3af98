using FsCheck;
using FsCheck.Fluent;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Core.Tests;

/// <summary>Generators of the values that the properties range over.</summary>
internal static class Any
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string LettersAndDigits = Letters + "0123456789";

    public static Gen<byte> Byte => Gen.Choose(0, 255).Select(value => (byte)value);

    /// <summary>All 64 bits, with the borders of the word and of its half more often than chance would have them.</summary>
    public static Gen<ulong> UInt64 => Gen.Frequency(
    [
        (8, Bytes(8, 8).Select(bytes => BitConverter.ToUInt64(bytes))),
        (2, Gen.Choose(0, 1000).Select(value => (ulong)value)),
        (1, Gen.Elements<ulong>(uint.MaxValue, uint.MaxValue + 1UL, long.MaxValue, ulong.MaxValue - 1, ulong.MaxValue)),
    ]);

    public static Gen<uint> UInt32 => UInt64.Select(value => (uint)value);

    public static Gen<byte[]> Secret => Bytes(1, OtpGenerator.MaxSecretBytes);

    public static Gen<OtpAlgorithm> Algorithm => Gen.Elements(OtpAlgorithm.Sha1, OtpAlgorithm.Sha256, OtpAlgorithm.Sha512);

    public static Gen<string> CredentialId =>
        from first in Gen.Elements(Letters.ToCharArray())
        from rest in Gen.Elements(LettersAndDigits.ToCharArray()).ArrayOf(11)
        select first + new string(rest);

    /// <summary>Text of a provisioning line: printable ASCII, of every length that fits.</summary>
    public static Gen<string> LineText =>
        from length in Gen.Choose(0, LineCodec.MaxTextLength)
        from characters in Gen.Choose(' ', '~').Select(value => (char)value).ArrayOf(length)
        select new string(characters);

    public static Gen<OtpParameters> Parameters =>
        from type in Gen.Elements(OtpType.Hotp, OtpType.Totp)
        from algorithm in Algorithm
        from digits in Gen.Choose(OtpParameters.MinDigits, OtpParameters.MaxDigits)
        from period in Gen.Choose(1, OtpParameters.MaxPeriodSeconds)
        from counter in UInt64
        select new OtpParameters(type, algorithm, digits, period, type == OtpType.Hotp ? counter : 0);

    public static Gen<Credential> StoredCredential =>
        from status in Gen.Elements(CredentialStatus.Pending, CredentialStatus.Locked)
        from id in CredentialId
        from parameters in Parameters
        from provisionedAt in UInt32
        from secret in Secret
        from adminKey in Bytes(Credential.AdminKeyBytes, Credential.AdminKeyBytes)
        select new Credential(status, id, parameters, provisionedAt, secret, adminKey);

    public static Gen<byte[]> Bytes(int fewest, int most)
    {
        return from length in Gen.Choose(fewest, most)
               from bytes in Byte.ArrayOf(length)
               select bytes;
    }
}
