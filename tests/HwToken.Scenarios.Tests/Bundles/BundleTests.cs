using System.Text;
using HwToken.Core.Text;
using HwToken.Scenarios.Bundles;
using HwToken.Scenarios.Playing;

namespace HwToken.Scenarios.Tests.Bundles;

/// <summary>What is kept of a story that does not hold.</summary>
public sealed class BundleTests : IDisposable
{
    private const string Steps = "  - press: alice\n  - wait: 31s\n  - press: alice\n  - expect: { error: E1 }";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_gives_the_same_bytes_when_it_is_played_again_and_not_when_its_story_is_another()
    {
        ScenarioBundle bundle = (await Stories.PlayAsync(Steps)).Bundle!;
        bundle.Write(folder.Path);
        ScenarioBundle again = (await BundleReader.ReplayAsync(folder.Path, TestContext.Current.CancellationToken))!;
        Assert.Empty(BundleReader.Differences(folder.Path, again));
        string story = folder["scenario.yaml"];
        await File.WriteAllTextAsync(story, (await File.ReadAllTextAsync(story, TestContext.Current.CancellationToken)).Replace("wait: 31s", "wait: 32s", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        again = (await BundleReader.ReplayAsync(folder.Path, TestContext.Current.CancellationToken))!;
        Assert.Contains("timeline.jsonl", BundleReader.Differences(folder.Path, again));
    }

    /// <summary>The secret of somebody's token stands where the story has it, and nowhere else: not as bytes, not as text of any form.</summary>
    [Theory]
    [InlineData("tokens: { alice: { type: HOTP, secret: MZXW6YTBOJUWG23FNRXXEZLNMFZXG5DF } }\n", Steps)]
    [InlineData("tokens: { alice: blank }\n", "  - provision: { type: HOTP, secret: MZXW6YTBOJUWG23FNRXXEZLNMFZXG5DF }\n  - wait: 15m\n" + Steps)]
    public async Task A_secret_of_the_storys_own_stands_in_the_story_alone(string tokens, string steps)
    {
        Base32.TryDecode("MZXW6YTBOJUWG23FNRXXEZLNMFZXG5DF", out byte[] secret);
        ScenarioBundle bundle = (await Stories.PlayAsync(steps, tokens)).Bundle!;
        string hex = Convert.ToHexString(secret);
        foreach ((string name, byte[] content) in bundle.Files.Where(file => file.Key != "scenario.yaml"))
        {
            Assert.True(content.AsSpan().IndexOf(secret.AsSpan(0, 8)) < 0, name + " holds the secret");
            string text = Encoding.Latin1.GetString(content);
            Assert.DoesNotContain("MZXW6YTBOJUW", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(hex[..16], text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(248, bundle.Files["flash/alice/credential-a"].Length);
        Assert.All(bundle.Files["flash/alice/credential-a"][44..], value => Assert.Equal(0, value));
    }

    [Fact]
    public async Task The_public_secret_stays_in_the_flash_as_it_was()
    {
        ScenarioBundle bundle = (await Stories.PlayAsync(Steps)).Bundle!;
        Assert.True(bundle.Files["flash/alice/credential-a"].AsSpan().IndexOf("12345678901234567890"u8) > 0);
    }

    [Theory]
    [InlineData("{}", "of another form")]
    [InlineData("[", "cannot be read")]
    public async Task A_folder_that_is_no_bundle_is_told(string manifest, string words)
    {
        folder.Write("bundle.json", manifest);
        FormatException told = await Assert.ThrowsAsync<FormatException>(() => BundleReader.ReplayAsync(folder.Path));
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
    }
}
