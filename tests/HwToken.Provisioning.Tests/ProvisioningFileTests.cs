using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Firmware.Line;
using HwToken.TestKit.Bench;

namespace HwToken.Provisioning.Tests;

public sealed class ProvisioningFileTests
{
    [Theory]
    [InlineData(OtpType.Hotp, OtpAlgorithm.Sha1, 20)]
    [InlineData(OtpType.Totp, OtpAlgorithm.Sha512, 64)]
    public void The_firmware_takes_the_file_at_power_on(OtpType type, OtpAlgorithm algorithm, int bytes)
    {
        byte[] secret = [.. Enumerable.Range(1, bytes).Select(i => (byte)i)];
        byte[] admin = AdminKey.Derive(new byte[32], "DPHT00000001");
        var file = new MemoryStream();
        ProvisioningFile.Write(file, new NewCredential("DPHT00000001", new OtpParameters(type, algorithm, 6, 30, 0), secret, admin), type == OtpType.Totp ? DateTimeOffset.FromUnixTimeSeconds(1767225600) : null);
        var token = new BenchToken();
        token.Board.Flash.WriteFile(FileProvisioning.FileName, file.ToArray());

        Assert.Null(token.PowerOn());

        Credential taken = token.Credential!;
        Assert.Equal("DPHT00000001", taken.Id);
        Assert.Equal(secret, taken.Secret);
        Assert.Equal(admin, taken.AdminKey);
        Assert.EndsWith(FileProvisioning.FileName, ProvisioningFile.DevicePath, StringComparison.Ordinal);
    }

    [Fact]
    public void A_TOTP_token_needs_the_time_of_its_reset()
    {
        var credential = new NewCredential("DPHT00000001", new OtpParameters(OtpType.Totp, OtpAlgorithm.Sha1, 6, 30, 0), new byte[20], new byte[32]);
        Assert.Throws<ArgumentException>(() => ProvisioningFile.Write(Stream.Null, credential, null));
    }
}
