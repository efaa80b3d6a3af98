using System.Diagnostics;
using System.Text;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>Random edits of good files: a refusal or a whole file, never another exception, never a hang, and behind a signature never other content.</summary>
public class FuzzTests
{
    private const int Rounds = 3000;

    /// <summary>An edit takes milliseconds, on a machine that has other things to do perhaps seconds; a file that is read for so long is read for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

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

    /// <summary>An edit may leave nothing to the next one: the editor bears what it makes itself.</summary>
    [Fact]
    public void Files_of_any_length_can_be_edited_and_an_empty_one_is_refused()
    {
        Seeded.Rounds(Rounds, random => Assert.NotNull(FileEditor.Edit(new byte[random.Next(3)], random)));
        Assert.Null(Describe([], new PskcReadOptions()));
    }

    private static void Run(byte[] good, PskcReadOptions options, Action<string> check)
    {
        int refused = 0;
        Seeded.Rounds(Rounds, random =>
        {
            byte[] edited = FileEditor.Edit(good, random);
            long start = Stopwatch.GetTimestamp();
            if (Describe(edited, options) is { } outcome)
            {
                check(outcome);
            }
            else
            {
                refused++;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "it hangs");
        });
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
}
