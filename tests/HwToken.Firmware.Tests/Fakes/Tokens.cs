using System.Text;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Firmware.Store;

namespace HwToken.Firmware.Tests.Fakes;

/// <summary>Credentials for tests. The secret is that of RFC 4226, appendix D.</summary>
internal static class Tokens
{
    public const string Id = "DPHT00000001";

    public const long ProvisionedAt = 1767225600; // 2026-01-01T00:00:00Z

    public static byte[] Secret => Encoding.ASCII.GetBytes("12345678901234567890");

    public static byte[] AdminKey => [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static Credential Hotp(ulong counter = 0) =>
        new(CredentialStatus.Locked, Id, new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, counter), ProvisionedAt, Secret, AdminKey);

    public static Credential Totp(int period = 30) =>
        new(CredentialStatus.Locked, Id, new OtpParameters(OtpType.Totp, OtpAlgorithm.Sha1, 6, period, 0), ProvisionedAt, Secret, AdminKey);

    public static OtpGenerator Generator(Credential credential) =>
        new(credential.Parameters.Algorithm, credential.Parameters.Digits, credential.Secret);

    /// <summary>A board whose token holds a committed credential.</summary>
    public static (FakeBoard Board, TokenRecords Records) Locked(Credential credential, OtpState? state = null)
    {
        var board = new FakeBoard();
        var records = new TokenRecords(board.Files);
        records.Load();
        Credential pending = records.StorePending(credential);
        Assert.True(records.TryCommit(pending, state ?? OtpState.Fresh(credential.Parameters.InitialCounter)));
        return (board, records);
    }
}
