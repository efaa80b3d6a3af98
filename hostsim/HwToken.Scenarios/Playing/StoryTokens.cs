using System.Globalization;
using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board.Esp32;
using HwToken.Provisioning;
using HwToken.Scenarios.Reading;
using HwToken.Scenarios.Services;
using HwToken.Simulator;
using NanoBoard;

namespace HwToken.Scenarios.Playing;

/// <summary>Makes a story's tokens and credentials.</summary>
internal static class StoryTokens
{
    /// <summary>RFC 4226, appendix D.</summary>
    private const string PublicSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>Made and asleep this long before the story begins.</summary>
    private static readonly TimeSpan Age = VirtualToken.LongestAwake + TimeSpan.FromMinutes(4);

    /// <summary>The admin key of stories: zeros. It protects nothing.</summary>
    public static byte[] AdminKey => new byte[Credential.AdminKeyBytes];

    /// <summary>A token at the story's beginning: blank and just powered, or provisioned and asleep.</summary>
    /// <param name="scenario">The story.</param>
    /// <param name="starts">When it begins.</param>
    /// <param name="number">Its place among the story's tokens, from 0.</param>
    public static StoryToken Make(Scenario scenario, DateTimeOffset starts, int number)
    {
        (string name, ScenarioNode described) = scenario.Root["tokens"]!.Pairs[number];
        if (starts < PressRun.Earliest || starts > PressRun.Latest)
        {
            throw described.Wrong("the clock chip knows the years 2000 to 2199, and a token is made some minutes before its story");
        }

        bool isBlank = described.Kind == NodeKind.Text;
        BoardProfile profile = described["board"]?.Text == "reference-aaa" ? BoardProfiles.ReferenceAaa : BoardChoice.Profile;
        var board = new VirtualToken(new BoardOptions { Seed = scenario.Seed + number, StartsAt = isBlank ? starts : starts - Age }, profile);
        board.PowerOn();
        if (!isBlank)
        {
            // The wire is in memory: the task is complete when it returns.
            new ProvisioningClient(board.Wire).ProvisionAsync(CredentialOf(described, number), board.Now).GetAwaiter().GetResult();
            board.FallAsleep();
            board.AdvanceTo(starts);
        }

        return new StoryToken(name, board, profile) { IsForeign = described["secret"] is not null };
    }

    /// <summary>A credential as a story describes it; what is not said is that of RFC 4226, appendix D. Test secrets.</summary>
    /// <param name="described">Its place in the file.</param>
    /// <param name="number">The token's place among the story's tokens, for its ID.</param>
    public static NewCredential CredentialOf(ScenarioNode described, int number)
    {
        ServiceToken token = Read("", described, number);
        return new NewCredential(token.Id, token.Parameters, token.Secret, AdminKey);
    }

    /// <summary>The credentials that a story has from its beginning or writes later, each once.</summary>
    public static IReadOnlyList<ServiceToken> All(Scenario scenario)
    {
        IReadOnlyList<(string Name, ScenarioNode Value)> tokens = scenario.Root["tokens"]!.Pairs;
        IEnumerable<ServiceToken> made = tokens.Index().Where(token => token.Item.Value.Kind == NodeKind.Map).Select(token => Read(token.Item.Name, token.Item.Value, token.Index));
        IEnumerable<ServiceToken> written = scenario.Root["steps"]!.Items.Select(step => step.Pairs[0]).Where(step => step.Key == "provision").Select(step =>
        {
            string name = step.Value["token"]?.Text ?? tokens[0].Name;
            return Read(name, step.Value, Math.Max(0, tokens.ToList().FindIndex(token => token.Name == name)));
        });
        return [.. made.Concat(written).DistinctBy(token => token.Id)];
    }

    private static ServiceToken Read(string name, ScenarioNode described, int number)
    {
        ScenarioNode? id = described["id"];
        if (!CredentialId.TryParse(id?.Text ?? string.Create(CultureInfo.InvariantCulture, $"DPHT{number + 1:D8}"), out string? parsed))
        {
            throw id!.Wrong("a credential ID has 12 letters and digits, a letter first");
        }

        OtpType type = described["type"]!.Text == "HOTP" ? OtpType.Hotp : OtpType.Totp;
        OtpAlgorithm algorithm = described["algorithm"]?.Text switch
        {
            "SHA256" => OtpAlgorithm.Sha256,
            "SHA512" => OtpAlgorithm.Sha512,
            _ => OtpAlgorithm.Sha1,
        };
        ulong counter = (ulong)(described["counter"]?.Number ?? 0);
        if (type == OtpType.Totp && counter != 0)
        {
            throw described["counter"]!.Wrong("TOTP counts time: leave 'counter' out");
        }

        var parameters = new OtpParameters(type, algorithm, described["digits"]?.Whole ?? OtpParameters.MinDigits, described["period"]?.Whole ?? OtpParameters.DefaultPeriodSeconds, counter);
        return Base32.TryDecode((described["secret"]?.Text ?? PublicSecret).ToUpperInvariant().TrimEnd('='), out byte[] secret) && secret.Length is > 0 and <= OtpGenerator.MaxSecretBytes
            ? new ServiceToken(name, parsed, parameters, secret)
            : throw described["secret"]!.Wrong("a secret is Base32 of 1 to 128 bytes");
    }
}
