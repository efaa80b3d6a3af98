using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Interop;

/// <summary>pskctool 2.6.7 of OATH Toolkit. It cannot decrypt; what it prints counts, since its exit code is 0 for FAIL too.</summary>
public class PskctoolTests
{
    [Theory]
    [InlineData(PskcProfile.Portable, null)]
    [InlineData(PskcProfile.Portable, "correct horse")]
    [InlineData(PskcProfile.Strong, null)]
    [InlineData(PskcProfile.Strong, "correct horse")]
    public void Our_signed_lot_files_are_valid_verified_and_shown(PskcProfile profile, string? passphrase) => TestFolder.With(file =>
    {
        string lot = file("lot.xml", Lots.Write(Lots.Options(profile, passphrase: passphrase), Lots.Lot, Lots.Totp("HWTA00000001"), Lots.Hotp("HWHA00000002", 7)));
        string certificate = file("lot.pem", Signer.Certificate.ExportCertificatePem());
        Assert.Equal("OK", Peer.Run("pskctool", "--validate", lot).Output.Trim());
        Assert.Equal("OK", Peer.Run("pskctool", "--verify", "--verify-crt", certificate, lot).Output.Trim());
        string shown = Peer.Run("pskctool", "--info", lot).Output;
        foreach (string line in new[]
        {
            "Id: LOT-7", "Signed: YES", "SerialNo: HWTA00000001", "Id: HWTA00000001", "Key TimeInterval: 30", "Key Time: 0", "Key Counter: 7", "Response Format Length: 6",
            "Response Format Encoding: DECIMAL", "Algorithm: urn:ietf:params:xml:ns:keyprov:pskc:totp", "Policy ExpiryDate: 2036-11-20 00:00:00", "Manufacturer: iana.hwtoken", "Key Usage: OTP",
        })
        {
            Assert.Contains(line, shown);
        }
    });

    [Fact]
    public void Tampered_lot_files_fail_there_too_so_the_checks_above_can_fail() => TestFolder.With(file =>
    {
        string xml = Lots.Write(Lots.Options(PskcProfile.Portable), Lots.Lot, Lots.Totp("HWTA00000001"));
        string certificate = file("lot.pem", Signer.Certificate.ExportCertificatePem());
        Assert.Equal("FAIL", Peer.Run("pskctool", "--verify", "--verify-crt", certificate, file("a.xml", Try.Replace(xml, "HWTA00000001<", "HWTA00000002<"))).Output.Trim());
        Assert.Contains("FAIL", Peer.Run("pskctool", "--validate", file("b.xml", Try.Replace(xml, "Version=\"1.0\"", ""))).Output);
    });

    [Fact]
    public void Its_signature_is_valid_here_only_when_SHA1_is_allowed() => TestFolder.With(file =>
    {
        string key = file("key.pem", Signer.Certificate.GetRSAPrivateKey()!.ExportRSAPrivateKeyPem());
        string certificate = file("lot.pem", Signer.Certificate.ExportCertificatePem());
        // A negative TimeDrift comes out of pskctool as 2^32 less 4 and is refused here; so a positive one.
        string plain = Try.Replace(Files.Plain, ">-4<", ">4<");
        string signed = Peer.Run("pskctool", "--sign", "--sign-key", key, "--sign-crt", certificate, file("plain.xml", plain)).Output;
        var demand = new PskcReadOptions { Certificate = Signer.Certificate };
        Assert.Equal(PskcError.SignatureUnsupported, Try.Refused(signed, demand));
        var allowed = demand with { AllowSha1Signature = true };
        using SeedDocument document = Try.Open(signed, allowed);
        Assert.Equal((PskcSignatureStatus.Valid, 2), (document.Signature, document.Count));
        Assert.Equal(PskcError.SignatureInvalid, Try.Refused(Try.Replace(signed, ">42<", ">43<"), allowed));
    });

    [Fact]
    public void Both_read_the_same_secrets_and_oathtool_makes_the_same_codes_from_them() => TestFolder.With(file =>
    {
        string shown = Peer.Run("pskctool", "--info", file("plain.xml", Files.Plain)).Output;
        List<PskcKey> keys = Try.Read(Files.Plain);
        Assert.Equal(keys.Select(key => Convert.ToBase64String(key.Secret.Span)), Regex.Matches(shown, @"Key Secret \(base64\): (\S+)").Select(match => match.Groups[1].Value));
        PskcKey totp = keys[0];
        string code = Peer.Run("oathtool", "--totp", "--now", "1970-01-01 00:00:59 UTC", $"--time-step-size={totp.PeriodSeconds}s", $"--digits={totp.Digits}", Try.Hex(totp.Secret.Span)).Output.Trim();
        Assert.Equal(Code(totp, 59 / totp.PeriodSeconds!.Value), code);
        Assert.Equal("287082", code);
        PskcKey hotp = keys[1];
        Assert.Equal(Code(hotp, hotp.Counter!.Value), Peer.Run("oathtool", "--hotp", $"--counter={hotp.Counter}", $"--digits={hotp.Digits}", Try.Hex(hotp.Secret.Span)).Output.Trim());
    });

    [Fact]
    public void Secrets_that_went_through_our_writer_still_make_the_codes_of_oathtool()
    {
        foreach (PskcProfile profile in Enum.GetValues<PskcProfile>())
        {
            PskcWriteOptions options = Lots.Options(profile, passphrase: "words");
            PskcKey key = Assert.Single(Try.Read(Lots.Write(options, null, Lots.Hotp("HWHA00000002")), new PskcReadOptions { KeySource = options.Protection }));
            Assert.Equal("755224\n287082\n359152", Peer.Run("oathtool", "--hotp", "--window=2", Try.Hex(key.Secret.Span)).Output.Trim());
        }
    }

    /// <summary>RFC 4226, 5.3.</summary>
    private static string Code(PskcKey key, long movingFactor)
    {
        var message = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(message, movingFactor);
        byte[] mac = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, key.Secret.Span, message);
        int number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & 0x7FFFFFFF;
        return (number % (int)Math.Pow(10, key.Digits)).ToString().PadLeft(key.Digits, '0');
    }
}
