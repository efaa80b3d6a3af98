using System.Text;
using HwToken.Pskc;

namespace HwToken.Testing.Tests;

/// <summary>Seed files of the system under test.</summary>
public sealed class SeedFileTests
{
    private const string Passphrase = "correct horse battery";

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_encrypted_PSKC_file_fills_a_pool_and_tells_its_secrets_for_the_system_under_test(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        Assert.Equal(2, await simulator.Otp.ImportAsync("shop", Pskc(), passphrase: Passphrase));
        IReadOnlyList<OtpSecret> secrets = await simulator.Otp.SecretsAsync("shop");
        Assert.Equal(["DPHT00000001", "DPHT00000002"], secrets.Select(secret => secret.CredentialId).Order(StringComparer.Ordinal));
        await using OtpToken token = await simulator.Otp.LeaseAsync("shop");
        Assert.Equal("DPHT00000001", token.CredentialId);
        Assert.Equal("755224", await token.NextCodeAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_wrong_passphrase_is_refused_without_repeating_it(bool isAttached)
    {
        await using TestSimulator simulator = await TestSimulator.StartAsync(isAttached);
        OtpException refusal = await Assert.ThrowsAsync<OtpException>(() => simulator.Otp.ImportAsync("shop", Pskc(), passphrase: "wrong horse"));
        Assert.Equal(OtpFault.BadInput, refusal.Fault);
        Assert.DoesNotContain("wrong horse", refusal.ToString(), StringComparison.Ordinal);
    }

    private static string Pskc()
    {
        using var file = new MemoryStream();
        using (PskcKeySource protection = PskcKeySource.Passphrase(Passphrase))
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            for (int number = 1; number <= 2; number++)
            {
                byte[] secret = number == 1 ? Encoding.ASCII.GetBytes("12345678901234567890") : Encoding.ASCII.GetBytes("abcdefghijabcdefghij");
                using var key = new PskcKey { Id = $"DPHT0000000{number}", Algorithm = PskcAlgorithm.Hotp, Counter = 0, Secret = new PskcSecret(secret) };
                writer.Write(key);
            }

            writer.Complete(new PskcLot { LotId = "TEST" });
        }

        return Encoding.UTF8.GetString(file.ToArray());
    }
}
