using NanoBoard;
using HwToken.Core.Otp;
using HwToken.Provisioning;

namespace HwToken.Simulator.Tests;

/// <summary>Provisioned virtual tokens with the secret of RFC 4226, appendix D.</summary>
internal static class TestTokens
{
    public const string Id = "DPHT00000001";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Secret => "12345678901234567890"u8.ToArray();

    public static byte[] AdminKey => [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static NewCredential Credential(OtpType type, int period = 30, byte[]? secret = null) =>
        new(Id, new OtpParameters(type, OtpAlgorithm.Sha1, 6, period, 0), secret ?? Secret, AdminKey);

    public static VirtualToken Hotp(BoardOptions? options = null) => Provisioned(OtpType.Hotp, options);

    public static VirtualToken Totp(BoardOptions? options = null, int period = 30) => Provisioned(OtpType.Totp, options, period);

    public static OtpGenerator Generator() => new(OtpAlgorithm.Sha1, 6, Secret);

    public static string Code(ulong factor) => OtpCode.Format(Generator().Compute(factor), 6);

    // The wire is in memory: the task is complete when it returns.
    private static VirtualToken Provisioned(OtpType type, BoardOptions? options, int period = 30) =>
        VirtualToken.ProvisionedAsync(options ?? new BoardOptions { StartsAt = Start }, Credential(type, period)).GetAwaiter().GetResult();
}
