using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Core.Tests.Otp;

/// <summary>A generator that goes on from stored mid-states makes the codes of the one that compressed the key.</summary>
public sealed class MidStateTests
{
    /// <summary>The two compressed pads of the RFC's secret, computed outside this code.</summary>
    private const string RfcMidStates = "CBC80C8CF599E2ACBDB8C832DA95C1C3F868302598BDBDCD58E07BFEAD5CDDEA3AC0430BFE106825";

    private static byte[] Secret => "12345678901234567890"u8.ToArray();

    [Fact]
    public void The_mid_states_of_the_rfc_secret_are_the_compressed_pads() => Assert.Equal(RfcMidStates, Convert.ToHexString(new HmacSha1(Secret).ToMidStates()));

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Codes_go_on_as_they_were(int secretBytes)
    {
        byte[] secret = [.. Enumerable.Range(1, secretBytes).Select(i => (byte)(i * 37))];
        for (int digits = 6; digits <= 8; digits++)
        {
            var fresh = new OtpGenerator(OtpAlgorithm.Sha1, digits, secret);
            var resumed = new OtpGenerator(digits, new HmacSha1(secret).ToMidStates());
            foreach (ulong factor in new ulong[] { 0, 1, 59, 1UL << 32, ulong.MaxValue })
            {
                Assert.Equal(fresh.Compute(factor), resumed.Compute(factor));
            }
        }
    }

    [Theory]
    [InlineData(CredentialStatus.Locked, OtpAlgorithm.Sha1, true)]
    [InlineData(CredentialStatus.Pending, OtpAlgorithm.Sha1, false)]
    [InlineData(CredentialStatus.Locked, OtpAlgorithm.Sha256, false)]
    [InlineData(CredentialStatus.Locked, OtpAlgorithm.Sha512, false)]
    public void A_record_carries_them_when_it_is_locked_and_over_sha_1(CredentialStatus status, OtpAlgorithm algorithm, bool carries)
    {
        var parameters = new OtpParameters(OtpType.Hotp, algorithm, 6, 30, 0);
        byte[] payload = new Credential(CredentialStatus.Pending, "DPHT00000001", parameters, 0, Secret, new byte[32]).ToPayload(status);
        Assert.Equal(carries, payload[196..].Any(b => b != 0));
        Assert.True(Credential.TryRead(payload, out Credential stored));
        Assert.Equal(new OtpGenerator(algorithm, 6, Secret).Compute(7), stored.NewGenerator().Compute(7));
        stored.Clear();
        Assert.NotEqual(new OtpGenerator(algorithm, 6, Secret).Compute(7), stored.NewGenerator().Compute(7));
    }
}
