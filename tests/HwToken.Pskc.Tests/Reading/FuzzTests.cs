using System.Diagnostics;
using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>Random edits of good files: a refusal or a whole file, never another exception, never a hang, and behind a signature never other content.</summary>
public class FuzzTests
{
    private const int Rounds = 3000;

    private static readonly string[] Splices =
    [
        "<", ">", "/>", "</KeyContainer>", "<!--", "-->", "<![CDATA[", "<!DOCTYPE a>", "&#0;", "&#x1F511;", "\u0000", "\ud83d\udd11", "=", "\"", " xmlns=\"\"",
        "<KeyPackage>", "</KeyPackage>", "<PlainValue>-1</PlainValue>", "<ds:Signature>", "99999999999999999999", "<?pi x?>", "<Extensions/>", "<Key Id=\"\">",
    ];

    [Fact]
    public void Random_edits_never_get_past_the_signature()
    {
        PskcWriteOptions write = Lots.Options(PskcProfile.Portable);
        byte[] good = Encoding.UTF8.GetBytes(Lots.Write(write, Lots.Lot, Lots.Totp("HWTA00000001"), Lots.Hotp("HWHA00000002"), Lots.Totp("HWTA00000003")));
        var demand = new PskcReadOptions { KeySource = write.Protection, Certificate = Signer.Certificate };
        string expected = Describe(good, demand)!;
        Run(good, demand, outcome => Assert.Equal(expected, outcome));
    }

    [Fact]
    public void Random_edits_of_encrypted_files_without_signature_never_change_a_secret()
    {
        var file = new Sealed();
        Run(Encoding.UTF8.GetBytes(file.Build()), file.Options, outcome => Assert.All(outcome.Split('\n'), line => Assert.EndsWith(Files.RfcSecret, line)));
    }

    [Fact]
    public void Random_edits_of_plain_files_are_read_or_refused() =>
        Run(Encoding.UTF8.GetBytes(Files.Plain), new PskcReadOptions(), outcome => Assert.NotEmpty(outcome));

    private static void Run(byte[] good, PskcReadOptions options, Action<string> check)
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("HWTOKEN_FUZZ_SEED"), out int given) ? given : Random.Shared.Next();
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < Rounds; i++)
        {
            byte[] edited = Edit(good, random);
            long start = Stopwatch.GetTimestamp();
            try
            {
                if (Describe(edited, options) is { } outcome)
                {
                    check(outcome);
                }
                else
                {
                    refused++;
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"HWTOKEN_FUZZ_SEED={seed}, round {i}: {e.Message}\n{Encoding.UTF8.GetString(edited)}", e);
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"HWTOKEN_FUZZ_SEED={seed}, round {i} hangs");
        }

        Assert.InRange(refused, Rounds / 2, Rounds);
    }

    /// <summary>All keys, or null when the file is refused.</summary>
    private static string? Describe(byte[] bytes, PskcReadOptions options)
    {
        try
        {
            using SeedDocument document = PskcReader.Open(new MemoryStream(bytes), options);
            IReadOnlyList<PskcKey> keys = document.ReadAll();
            Assert.Equal(document.Count, keys.Count);
            return string.Join('\n', keys.Select(key => $"{key.Id} {key.SerialNo} {key.Algorithm} {key.Suite} {key.Digits} {key.Counter} {key.PeriodSeconds} {key.ExpiryDate} {Try.Secret(key)}"));
        }
        catch (PskcException)
        {
            return null;
        }
    }

    private static byte[] Edit(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.Add((byte)'>');
                    break;
            }
        }

        return [.. bytes];
    }
}
