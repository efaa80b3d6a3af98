using System.Security.Cryptography.X509Certificates;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Reading;

/// <summary>
/// Sample files of other makers that may lie in a folder beside the repository: an extra, which the project does without. The
/// same kinds of files stand in this project's own tests.
/// </summary>
public class SharedSampleTests(ITestOutputHelper output)
{
    private static readonly PskcReadOptions Aes128 = new() { KeySource = PskcKeySource.PreSharedKey(Convert.FromHexString("12345678901234567890123456789012")) };
    private static readonly PskcReadOptions Aes256 = new() { KeySource = PskcKeySource.PreSharedKey(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()) };

    [Fact]
    public void Every_sample_is_read_or_refused_as_its_description_says()
    {
        if (Folder() is not { } folder)
        {
            output.WriteLine("No such folder here: nothing to compare.");
            return;
        }

        foreach ((string name, PskcReadOptions options) in new[]
        {
            ("01-plain.xml", new PskcReadOptions()),
            ("02-psk-aes128-hmacsha1.xml", Aes128),
            ("03-pbkdf2-aes128-hmacsha1.xml", new PskcReadOptions { KeySource = PskcKeySource.Passphrase("qwertyuiop") }),
            ("04-psk-aes256-hmacsha256.xml", Aes256),
            ("06-enc-signed-rsasha256.xml", Aes128 with { Certificate = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, "lot-sign-crt.pem"))) }),
            ("07-totp-sha256-suite-SHA256.xml", new PskcReadOptions()),
        })
        {
            using SeedDocument document = PskcReader.Open(Path.Combine(folder, name), options);
            Assert.Equal(options.Certificate is null ? PskcSignatureStatus.Absent : PskcSignatureStatus.Valid, document.Signature);
            IReadOnlyList<PskcKey> keys = document.ReadAll();
            Assert.Equal(["DPHT00000001", "AVT000000002"], keys.Select(key => key.Id));
            Assert.All(keys, key => Assert.StartsWith(Files.RfcSecret, Try.Secret(key)));
            Assert.Equal(name.StartsWith("07", StringComparison.Ordinal) ? PskcSuite.Sha256 : PskcSuite.Sha1, keys[0].Suite);
        }

        Assert.Equal(PskcError.MacWrong, Assert.Throws<PskcException>(() => PskcReader.Open(Path.Combine(folder, "90-neg-bad-valuemac.xml"), Aes128)).Error);
    }

    private static string? Folder()
    {
        for (DirectoryInfo? up = new(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            string folder = Path.Combine(up.FullName, "shared", "pskc");
            if (File.Exists(Path.Combine(folder, "01-plain.xml")))
            {
                return folder;
            }
        }

        return null;
    }
}
