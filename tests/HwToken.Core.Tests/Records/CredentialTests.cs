using System.Text;
using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

public sealed class CredentialTests
{
    [Fact]
    public void The_first_version_byte_by_byte()
    {
        string expected = "48574301" + "07000000" // H W C, version 1, sequence 7
            + "02" + "01" + "02" + "06" + "2C01" + "14" + "00" // locked, HOTP, SHA-256, 6 digits, 300 s, 20 bytes, reserved
            + "445048543030303030303031" + "0807060504030201" + "00B9556900000000" // ID, counter, provisioned at
            + "C0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF" // admin key
            + "3132333435363738393031323334353637383930" + new string('0', 2 * 108) // secret, filled to 128 bytes
            + new string('0', 2 * 40) // mid-states: none, it is not SHA-1
            + "75818455"; // CRC-32, computed with zlib
        byte[] payload = Example().ToPayload(CredentialStatus.Locked);
        Assert.Equal(expected, Convert.ToHexString(RecordFrame.Encode(Credential.Kind, 7, payload)));
    }

    [Fact]
    public void Any_credential_comes_back()
    {
        Seeded.Check(Any.StoredCredential, credential =>
        {
            Assert.True(Credential.TryRead(credential.ToPayload(credential.Status), out Credential read));
            AssertSame(credential, credential.Status, read);
        });
    }

    [Theory]
    [InlineData(CredentialStatus.Pending)]
    [InlineData(CredentialStatus.Locked)]
    public void The_status_that_is_written_is_the_one_that_comes_back(CredentialStatus status)
    {
        Credential credential = Example();
        Assert.True(Credential.TryRead(credential.ToPayload(status), out Credential read));
        AssertSame(credential, status, read);
    }

    [Fact]
    public void An_erased_record_holds_no_credential_and_no_key()
    {
        Assert.False(Credential.TryRead(Credential.ErasedPayload(), out Credential? none));
        Assert.Null(none);
        Assert.Equal(new byte[Credential.PayloadBytes], Credential.ErasedPayload());
    }

    [Theory]
    [InlineData(0, 0, "status erased with a credential behind it")]
    [InlineData(0, 3, "unknown status")]
    [InlineData(1, 0, "no type")]
    [InlineData(1, 3, "unknown type")]
    [InlineData(1, 2, "TOTP with a counter")]
    [InlineData(2, 0, "no algorithm")]
    [InlineData(2, 4, "unknown algorithm")]
    [InlineData(3, 5, "5 digits")]
    [InlineData(3, 9, "9 digits")]
    [InlineData(4, 0x2D, "period 301 s")]
    [InlineData(6, 0, "no secret")]
    [InlineData(6, 129, "secret too long")]
    [InlineData(8, (byte)'0', "ID begins with a digit")]
    [InlineData(8, (byte)'d', "ID in lower case")]
    [InlineData(19, (byte)' ', "ID too short")]
    [InlineData(19, 0, "ID with a NUL")]
    [InlineData(19, 0xFF, "ID of blank flash")]
    public void A_payload_with_a_value_out_of_range_is_no_credential(int at, byte value, string why)
    {
        byte[] payload = Example().ToPayload(CredentialStatus.Locked);
        payload[at] = value;
        Assert.False(Credential.TryRead(payload, out Credential? credential), why);
        Assert.Null(credential);
    }

    [Fact]
    public void Clear_wipes_both_keys()
    {
        Credential credential = Example();
        credential.Clear();
        Assert.Equal(new byte[20], credential.Secret);
        Assert.Equal(new byte[Credential.AdminKeyBytes], credential.AdminKey);
    }

    private static Credential Example() => new(
        CredentialStatus.Pending, "DPHT00000001", new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha256, 6, 300, 0x0102030405060708),
        0x6955B900, Encoding.ASCII.GetBytes("12345678901234567890"), [.. Enumerable.Range(0xC0, 32).Select(value => (byte)value)]);

    private static void AssertSame(Credential expected, CredentialStatus status, Credential read)
    {
        Assert.Equal((status, expected.Id, expected.ProvisionedAt), (read.Status, read.Id, read.ProvisionedAt));
        Assert.Equivalent(expected.Parameters, read.Parameters, strict: true);
        Assert.Equal(expected.Secret, read.Secret);
        Assert.Equal(expected.AdminKey, read.AdminKey);
    }
}
