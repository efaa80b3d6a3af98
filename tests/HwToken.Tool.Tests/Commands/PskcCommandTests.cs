using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Pskc;

namespace HwToken.Tool.Tests.Commands;

public sealed class PskcCommandTests : IDisposable
{
    private const string Plain = """
        <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"><KeyPackage><Key Id="HWHA00000002" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp">
        <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
        <Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret><Counter><PlainValue>7</PlainValue></Counter></Data></Key></KeyPackage></KeyContainer>
        """;

    private const string Json = """{"signature":"absent","keys":[{"id":"HWHA00000002","algorithm":"HOTP","suite":"SHA1","digits":6,"period":null,"counter":7}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-pskc-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_JSON_is_to_the_letter_and_shows_secrets_on_demand_only()
    {
        string file = Write("plain.xml", Plain);
        Assert.Equal((0, Json + Environment.NewLine, ""), await ToolRun.RunAsync("pskc", "read", file, "--json"));
        Assert.Equal((0, Json + Environment.NewLine, ""), await ToolRun.RunAsync("pskc", "verify", file, "--json"));
        (_, string shown, _) = await ToolRun.RunAsync("pskc", "read", file, "--json", "--show-secrets");
        Assert.Equal(Json.Replace(":7}", ":7,\"secretHex\":\"3132333435363738393031323334353637383930\"}"), shown.TrimEnd());
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "missing.xml", "is not there" },
        { ".", "is a folder" },
        { "empty.xml", "is empty" },
        { "damaged.xml", "not well-formed" },
        { "signed.xml --cert missing.pem", "is not there" },
        { "plain.xml --cert plain.xml", "no certificate" },
        { "plain.xml --passphrase-file missing.txt", "is not there" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_exit_code_1_one_line_of_error_and_no_output(string typed, string reason)
    {
        Write("plain.xml", Plain);
        Write("signed.xml", Plain);
        Write("empty.xml", "");
        Write("damaged.xml", Plain[..300]);
        foreach (string command in new[] { "read", "verify" })
        {
            string[] words = [.. typed.Split(' ').Select(word => word.StartsWith('-') ? word : Path.Combine(_folder, word))];
            (int code, string output, string error) = await ToolRun.RunAsync(["pskc", command, .. words, "--json"]);
            Assert.Equal((1, ""), (code, output));
            Assert.Contains(reason, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("secret passphrase")]
    [InlineData("secret passphrase\n")]
    [InlineData("secret passphrase\r\nand a second line")]
    [InlineData("\ufeffsecret passphrase\n")]
    public async Task The_first_line_of_a_passphrase_file_counts_however_it_ends(string content)
    {
        using PskcKeySource source = PskcKeySource.Passphrase("secret passphrase");
        string file = Path.Combine(_folder, "lot.xml");
        using (FileStream stream = File.Create(file))
        using (var writer = new PskcWriter(stream, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = source, Pbkdf2Rounds = PskcWriteOptions.MinPbkdf2Rounds }))
        {
            writer.Write(new PskcKey { Id = "HWHA00000002", Algorithm = PskcAlgorithm.Hotp, Counter = 7, Secret = new PskcSecret(new byte[20]) });
            writer.Complete();
        }

        Assert.Equal((0, Json + Environment.NewLine, ""), await ToolRun.RunAsync("pskc", "read", file, "--json", "--passphrase-file", Write("pass.txt", content)));
    }

    [Fact]
    public async Task A_file_may_come_through_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes have no path there.");
        string pipe = Path.Combine(_folder, "pipe");
        Assert.Equal(0, Peer.Run("mkfifo", pipe).Exit);
        foreach (string command in new[] { "read", "verify" })
        {
            // Opening a pipe waits for the other end.
            Task writing = Task.Run(() => File.WriteAllText(pipe, Plain));
            Assert.Equal((0, Json + Environment.NewLine, ""), await ToolRun.RunAsync("pskc", command, pipe, "--json"));
            await writing;
        }
    }

    [Fact]
    public async Task Pskctool_s_signature_is_valid_when_SHA1_is_allowed_and_the_refusal_says_how()
    {
        using RSA rsa = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=lot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string key = Write("key.pem", rsa.ExportRSAPrivateKeyPem());
        string pem = Write("lot.pem", certificate.ExportCertificatePem());
        string signed = Write("signed.xml", Peer.Run("pskctool", "--sign", "--sign-key", key, "--sign-crt", pem, Write("plain.xml", Plain)).Output);
        (int refused, _, string error) = await ToolRun.RunAsync("pskc", "verify", signed, "--cert", pem);
        Assert.Equal(1, refused);
        Assert.Contains("--allow-sha1", error, StringComparison.Ordinal);
        (int code, string output, _) = await ToolRun.RunAsync("pskc", "verify", signed, "--cert", pem, "--allow-sha1");
        Assert.Equal((0, "signature valid; 1 keys, every value holds"), (code, output.TrimEnd()));
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite); // passphrases are read from private files only
        }

        return path;
    }
}
