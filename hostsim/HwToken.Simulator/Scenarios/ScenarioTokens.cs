using NanoBoard;
using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Provisioning;

namespace HwToken.Simulator.Scenarios;

/// <summary>Makes a scenario's tokens and credentials.</summary>
internal static class ScenarioTokens
{
    private const string DefaultId = "DPHT00000001";
    private const string DefaultSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>Made and asleep this long before the story begins.</summary>
    private static readonly TimeSpan Age = VirtualToken.LongestAwake + TimeSpan.FromMinutes(4);

    /// <summary>A token at the story's beginning: blank and just powered, or provisioned and asleep.</summary>
    public static VirtualToken Make(Scenario scenario, ScenarioNode described, int number)
    {
        bool isBlank = !described.IsMap && described.Text == "blank";
        var options = new BoardOptions { Seed = scenario.Seed + number, StartsAt = isBlank ? scenario.Starts : scenario.Starts - Age };
        if (isBlank)
        {
            var blank = new VirtualToken(options);
            blank.PowerOn();
            return blank;
        }

        // The wire is in memory: the task is complete when it returns.
        VirtualToken token = VirtualToken.ProvisionedAsync(options, CredentialOf(described)).GetAwaiter().GetResult();
        token.AdvanceTo(scenario.Starts);
        return token;
    }

    /// <summary>A credential as a scenario describes it; what is not said is that of RFC 4226, appendix D. Test secrets.</summary>
    public static NewCredential CredentialOf(ScenarioNode described)
    {
        described.Only("token", "type", "id", "secret", "algorithm", "digits", "period", "counter");
        ScenarioNode typed = described.Need("type");
        if (!OtpWords.TryParse(typed.Text, out OtpType type))
        {
            throw typed.Wrong("a type is HOTP or TOTP");
        }

        OtpAlgorithm algorithm = OtpAlgorithm.Sha1;
        if (described["algorithm"] is { } named && !OtpWords.TryParse(named.Text, out algorithm))
        {
            throw named.Wrong("an algorithm is SHA1, SHA256 or SHA512");
        }

        if (!CredentialId.TryParse(described["id"]?.Text ?? DefaultId, out string? id))
        {
            throw described["id"]!.Wrong("a credential ID has 12 letters and digits, a letter first");
        }

        int digits = (int)(described["digits"]?.Number(OtpParameters.MinDigits, OtpParameters.MaxDigits) ?? OtpParameters.MinDigits);
        int period = (int)(described["period"]?.Number(1, OtpParameters.MaxPeriodSeconds) ?? OtpParameters.DefaultPeriodSeconds);
        ulong counter = 0;
        if (described["counter"] is { } counted && !ulong.TryParse(counted.Text, out counter))
        {
            throw counted.Wrong("a counter is a whole number");
        }

        if (!Base32.TryDecode(described["secret"]?.Text ?? DefaultSecret, out byte[] secret) || secret.Length is 0 or > OtpGenerator.MaxSecretBytes)
        {
            throw described["secret"]!.Wrong("a secret is Base32 of 1 to 128 bytes");
        }

        return new NewCredential(id, new OtpParameters(type, algorithm, digits, period, counter), secret, new byte[Credential.AdminKeyBytes]);
    }
}
