using System.Text;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.NFUnitTest.Fakes;
using Xunit;

namespace HwToken.Firmware.Tests.Line;

/// <summary>Random, truncated, duplicated and reordered lines: the token answers each, and is blank or whole, never half.</summary>
public class LineFuzzTests
{
    private static readonly string[] Valid =
    [
        "HELLO",
        "BEGIN DPHT00000001 HOTP SHA1 6 30 0 20",
        "BEGIN AVT000000002 HOTP SHA1 6 30 7 20",
        "KEY SECRET 0 31323334353637383930",
        "KEY SECRET 10 31323334353637383930",
        "KEY ADMIN 0 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
        "TIME 1767225600",
        "CHECK",
        "CODE 0",
        "COMMIT",
        "STATUS",
        "GETTIME",
        "AUTH",
        "SETTIME 1767229200 0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20",
        "ERASE 0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20",
        "SELFTEST",
    ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_arrives_every_line_has_one_answer_and_nothing_is_provisioned_half(int seed)
    {
        var random = new Random(seed);
        var line = new OpenLine();
        bool wasLocked = false;
        for (int i = 0; i < 400; i++)
        {
            byte[] sent = Mangle(random, LineCodec.Encode(Valid[random.Next(Valid.Length)]));
            string before = line.Board.FakeStore.Fingerprint();
            IReadOnlyList<string> replies = line.Say(sent);
            Assert.DoesNotContain("?", replies);
            Assert.Equal(sent.Count(b => b == LineCodec.LineFeed), replies.Count);
            if (replies.All(reply => !reply.StartsWith("OK C", StringComparison.Ordinal)) && !replies.Contains("OK SELFTEST"))
            {
                // Only CHECK and COMMIT write, and only when they say OK.
                Assert.Equal(before, line.Board.FakeStore.Fingerprint());
            }

            line.Records.Load();
            bool isLocked = line.Records.Credential is not null;
            Assert.True(isLocked || !wasLocked, $"Seed {seed}: the credential was lost at step {i}.");
            if (isLocked)
            {
                AssertWhole(line.Records.Credential, line.Records.State, seed);
            }

            wasLocked = isLocked;
        }
    }

    [Fact]
    public void Valid_sequences_do_get_through_the_fuzz()
    {
        // Else the test above could pass on a token that refuses everything.
        var line = new OpenLine();
        Assert.Equal("OK COMMIT DPHT00000001", line.Say(new[] { Valid[1], Valid[3], Valid[4], Valid[5], Valid[6], Valid[7], Valid[9] })[^1]);
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 60)];

    private static byte[] Mangle(Random random, byte[] line)
    {
        switch (random.Next(10))
        {
            case 0:
                return line[..random.Next(line.Length)];
            case 1:
                line[random.Next(line.Length)] ^= (byte)(1 << random.Next(8));
                return line;
            case 2:
                return [.. line, .. line];
            case 3:
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return noise;
            case 4:
                return Encoding.ASCII.GetBytes("\n\r\n*\n");
            default:
                return line;
        }
    }

    private static void AssertWhole(Credential credential, OtpState state, int seed)
    {
        Assert.Equal("12345678901234567890"u8.ToArray(), credential.Secret);
        Assert.Equal(Samples.AdminKey(), credential.AdminKey);
        Assert.NotNull(state);
        Assert.True(state.NextFactor == credential.Parameters.InitialCounter, $"Seed {seed}");
        Assert.Equal(OtpType.Hotp, credential.Parameters.Type);
    }
}
