using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using HwToken.Factory.Keys;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Factory.Sealing;
using HwToken.Pskc;
using HwToken.TestKit.Bench;

namespace HwToken.Tool.Tests;

/// <summary>From blank tokens to destroyed secrets, by the commands that people type.</summary>
public sealed class LotJourneyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-journey-").FullName;
    private readonly List<Jig> _jigs = [];
    private readonly List<string> _said = [];

    public LotJourneyTests() => IdRegistry.Create(new FactoryHome(Path.Combine(_folder, "home")).RegistryPath);

    public void Dispose()
    {
        _jigs.ForEach(jig => jig.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_lot_goes_from_blank_tokens_to_its_receipt()
    {
        string lot = Path.Combine(_folder, "july");
        string[] ports = [.. Enumerable.Range(0, 3).SelectMany(i => new[] { "--port", Jig(i).Port })];
        await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "3", "--type", "hotp");
        Assert.Contains("PASS", await Do(["lot", "run", lot, "--once", .. ports]), StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(lot, "labels"), "*.svg").Length);
        Assert.Contains("labelled", await Do("lot", "status", lot), StringComparison.Ordinal);
        await Do("lot", "verify", lot);
        await Do("label", lot, "--sheet", "a4-65");
        string transport = Path.Combine(_folder, "transport.key");
        await Do("lot", "seal", lot, "--transport-key", transport);
        string file = Path.Combine(lot, "july-portable.pskcxml");
        string key = File.ReadAllText(transport).Trim();
        Assert.Contains("signature valid", await Do("pskc", "verify", file, "--cert", Path.Combine(lot, "certificate.pem")), StringComparison.Ordinal);
        string read = await Do("pskc", "read", file, "--key", key, "--cert", Path.Combine(lot, "certificate.pem"), "--json");
        JsonElement json = JsonDocument.Parse(read).RootElement;
        Assert.Equal("valid", json.GetProperty("signature").GetString());
        Assert.Equal(3, json.GetProperty("keys").GetArrayLength());
        Assert.DoesNotContain("secretHex", read, StringComparison.Ordinal);
        AssertNoSecretShown(lot);

        string shown = (await ToolRun.RunAsync("pskc", "read", file, "--key", key, "--json", "--show-secrets")).Output;
        string tokenSecret = Convert.ToHexString(_jigs[0].Token.Credential!.Secret);
        Assert.Contains(JsonDocument.Parse(shown).RootElement.GetProperty("keys").EnumerateArray(), k => k.GetProperty("secretHex").GetString() == tokenSecret);

        (string receipt, string certificate) = Receipt(lot);
        (int refused, _, _) = await ToolRun.RunWithInputAsync("n\n", "lot", "receipt", lot, receipt, "--cert", certificate, "--home", Path.Combine(_folder, "home"));
        Assert.Equal(1, refused);
        Assert.True(File.Exists(file));
        await Do("lot", "receipt", lot, receipt, "--cert", certificate, "--yes");
        Assert.False(File.Exists(file));
        await Do("lot", "verify", lot);

        // Admin keys outlive the secrets: a token in the field can still be erased.
        await Do("device", "erase", "--port", _jigs[0].Port, "--lot", lot, "--yes");
        Assert.Null(_jigs[0].Token.Credential);
    }

    [Fact]
    public async Task Pskctool_reads_the_sealed_lot_and_oathtool_agrees_with_every_token()
    {
        Peer.Demand("pskctool", "oathtool");
        string lot = Path.Combine(_folder, "july");
        string[] ports = [.. Enumerable.Range(0, 3).SelectMany(i => new[] { "--port", Jig(i).Port })];
        await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "3", "--type", "hotp");
        await Do(["lot", "run", lot, "--once", .. ports]);
        string transport = Path.Combine(_folder, "transport.key");
        await Do("lot", "seal", lot, "--transport-key", transport);
        string file = Path.Combine(lot, "july-portable.pskcxml");

        // Its exit code lies: what it prints counts.
        string info = Peer.Run("pskctool", "--info", file).Output;
        Assert.Equal(3, info.Split('\n').Count(line => line.Trim().StartsWith("SerialNo: DPHT", StringComparison.Ordinal)));
        Assert.Equal("OK", Peer.Run("pskctool", "--validate", file).Output.Trim());
        Assert.Equal("OK", Peer.Run("pskctool", "--verify", "--verify-crt", Path.Combine(lot, "certificate.pem"), file).Output.Trim());

        string shown = (await ToolRun.RunAsync("pskc", "read", file, "--key", File.ReadAllText(transport).Trim(), "--json", "--show-secrets")).Output;
        foreach (JsonElement key in JsonDocument.Parse(shown).RootElement.GetProperty("keys").EnumerateArray())
        {
            BenchToken token = _jigs.Single(jig => jig.Token.Credential!.Id == key.GetProperty("id").GetString()).Token;
            var generator = new HwToken.Core.Otp.OtpGenerator(HwToken.Core.Otp.OtpAlgorithm.Sha1, 6, token.Credential!.Secret);
            string codes = Peer.Run("oathtool", "--hotp", "-c", "0", "-w", "2", key.GetProperty("secretHex").GetString()!).Output;
            Assert.Equal([.. Enumerable.Range(0, 3).Select(i => HwToken.Core.Otp.OtpCode.Format(generator.Compute((ulong)i), 6))], codes.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task Device_commands_ask_and_set_a_token()
    {
        string lot = Path.Combine(_folder, "july");
        Jig jig = Jig(1);
        await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "1", "--type", "totp");
        Assert.Contains("blank", await Do("device", "info", "--port", jig.Port), StringComparison.Ordinal);
        await Do("lot", "run", lot, "--once", "--port", jig.Port);
        Assert.Contains("locked DPHT00000001", await Do("device", "info", "--port", jig.Port), StringComparison.Ordinal);
        Assert.Contains("TOTP SHA1, 6 digits, 30 s, clock runs", await Do("device", "status", "--port", jig.Port), StringComparison.Ordinal);
        Assert.Contains("Z, error ", await Do("device", "get-time", "--port", jig.Port), StringComparison.Ordinal);
        Assert.Contains("rate not to be told yet", await Do("device", "get-time", "--port", jig.Port, "--lot", lot), StringComparison.Ordinal);
        Assert.Contains("passed", await Do("device", "selftest", "--port", jig.Port), StringComparison.Ordinal);
        Assert.Contains("clock set, error ", await Do("device", "set-time", "--port", jig.Port, "--lot", lot), StringComparison.Ordinal);
        JsonElement clock = JsonDocument.Parse(await Do("lot", "status", lot, "--json", "--units")).RootElement.GetProperty("units")[0].GetProperty("clock");

        // A busy machine adds to it; how exact it is stands in ClockTests, where time waits.
        Assert.InRange(clock.GetProperty("errorMs").GetDouble(), -10_000, 2_000);
        Assert.Equal(JsonValueKind.Null, clock.GetProperty("ratePpm").ValueKind);
        (int refused, _, _) = await ToolRun.RunWithInputAsync("", "device", "erase", "--port", jig.Port, "--lot", lot, "--home", Path.Combine(_folder, "home"));
        Assert.Equal(1, refused);
        Assert.NotNull(jig.Token.Credential);
    }

    [Fact]
    public async Task A_lot_that_ends_short_says_so_and_is_extended()
    {
        string lot = Path.Combine(_folder, "july");
        Assert.Contains("lot extend", await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "2", "--type", "hotp"), StringComparison.Ordinal);
        Jig broken = Jig(1);
        broken.Token.IsPanelBroken = true;
        (int failed, string output, _) = await ToolRun.RunAsync("lot", "run", lot, "--once", "--port", broken.Port, "--port", Jig(2).Port, "--home", Path.Combine(_folder, "home"));
        Assert.Equal(1, failed);
        Assert.Contains($"1 of 2, the others are scrapped. To add 1: hwtoken lot extend {lot} --count 1", output, StringComparison.Ordinal);
        Assert.Contains("lot extend", await Do("lot", "status", lot), StringComparison.Ordinal);
        Assert.Contains("\"wanted\":2,\"short\":1", await Do("lot", "status", lot, "--json"), StringComparison.Ordinal);
        Assert.Contains("DPHT00000003 to DPHT00000003; 2 of 2 can pass", await Do("lot", "extend", lot, "--count", "1"), StringComparison.Ordinal);
        Assert.DoesNotContain("lot extend", await Do("lot", "run", lot, "--once", "--port", Jig(3).Port), StringComparison.Ordinal);
        await Do("lot", "verify", lot);
        await Do("lot", "seal", lot, "--transport-key", Path.Combine(_folder, "t.key"));
        (int refused, _, string error) = await ToolRun.RunAsync("lot", "extend", lot, "--count", "1", "--home", Path.Combine(_folder, "home"));
        Assert.Equal(1, refused);
        Assert.Contains("was sealed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_that_ends_is_nobody_at_the_bench_and_costs_no_unit()
    {
        string lot = Path.Combine(_folder, "july");
        Jig jig = Jig(1);
        await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "1", "--type", "hotp");
        (int code, _, string error) = await ToolRun.RunAsync("lot", "run", lot, "--once", "--check-display", "--port", jig.Port, "--home", Path.Combine(_folder, "home"));
        Assert.Equal(1, code);
        Assert.Contains("Input has ended", error, StringComparison.Ordinal);
        Assert.Contains("\"written\":1", await Do("lot", "status", lot, "--json"), StringComparison.Ordinal);
        await Do("lot", "run", lot, "--once", "--port", jig.Port);
        Assert.Contains("\"labelled\":1", await Do("lot", "status", lot, "--json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_ledger_is_one_line_and_no_stack_trace()
    {
        string lot = Path.Combine(_folder, "july");
        await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "500", "--type", "hotp");
        string ledger = Path.Combine(lot, "ledger.db");
        byte[] content = File.ReadAllBytes(ledger);
        foreach (int keep in new[] { 0, 50, content.Length / 2, content.Length })
        {
            File.WriteAllBytes(ledger, keep == content.Length ? Garbled(content) : content[..keep]);
            (int code, _, string error) = await ToolRun.RunAsync("lot", "status", lot, "--units", "--home", Path.Combine(_folder, "home"));
            Assert.Equal(1, code);
            Assert.StartsWith("hwtoken: ", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
    }

    [Fact]
    public async Task An_erased_token_s_unit_is_scrapped_so_that_it_is_not_delivered()
    {
        string lot = Path.Combine(_folder, "july");
        Jig jig = Jig(1);
        await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "2", "--type", "hotp");
        await Do("lot", "run", lot, "--once", "--port", jig.Port);
        await Do("device", "erase", "--port", jig.Port, "--lot", lot, "--yes");
        Assert.Contains("erased on request", await Do("lot", "status", lot), StringComparison.Ordinal);
        await Do("lot", "run", lot, "--once", "--port", jig.Port);
        Assert.Equal("DPHT00000002", jig.Token.Credential!.Id);
        await Do("lot", "verify", lot);
    }

    [Fact]
    public async Task A_provisioning_file_is_written_once_and_confirmed_by_the_displayed_code()
    {
        string lot = Path.Combine(_folder, "july");
        string files = Path.Combine(_folder, "one");
        await Do("lot", "create", lot, "--prefix", "DPHT", "--count", "1", "--type", "hotp");
        await Do("device", "file", "DPHT00000001", "--lot", lot, "--out", files, "--serial-port", "COM31");
        var token = new BenchToken();
        token.Board.Flash.WriteFile("provision.txt", File.ReadAllBytes(Path.Combine(files, "provision.txt")));
        Assert.Null(token.PowerOn());
        JsonElement deploy = JsonDocument.Parse(File.ReadAllText(Path.Combine(files, "deploy.json"))).RootElement;
        Assert.Equal("COM31", deploy.GetProperty("serialport").GetString());
        Assert.Equal(@"I:\provision.txt", deploy.GetProperty("files")[0].GetProperty("DestinationFilePath").GetString());
        (int again, _, _) = await ToolRun.RunAsync("device", "file", "DPHT00000001", "--lot", lot, "--out", files + "2", "--home", Path.Combine(_folder, "home"));
        Assert.Equal(1, again);

        var generator = new HwToken.Core.Otp.OtpGenerator(HwToken.Core.Otp.OtpAlgorithm.Sha1, 6, token.Credential!.Secret);
        uint right = generator.Compute(0);
        (int wrong, _, _) = await ToolRun.RunAsync("lot", "confirm", lot, "DPHT00000001", HwToken.Core.Otp.OtpCode.Format((right + 1) % 1000000, 6), "--home", Path.Combine(_folder, "home"));
        Assert.Equal(1, wrong);
        await Do("lot", "confirm", lot, "DPHT00000001", HwToken.Core.Otp.OtpCode.Format(right, 6));
        Assert.Contains("\"verified\":1", await Do("lot", "status", lot, "--json"), StringComparison.Ordinal);
    }

    /// <summary>The header as it was, the pages behind it overwritten.</summary>
    private static byte[] Garbled(byte[] content) => [.. content[..4096], .. Enumerable.Repeat((byte)0xA5, content.Length - 4096)];

    private Jig Jig(int seed)
    {
        var jig = new Jig(seed);
        jig.Insert(new BenchToken());
        _jigs.Add(jig);
        return jig;
    }

    private async Task<string> Do(params string[] args)
    {
        (int code, string output, string error) = await ToolRun.RunAsync([.. args, "--home", Path.Combine(_folder, "home")]);
        Assert.True(code == 0, $"{string.Join(' ', args)}: {output}{error}");
        _said.Add(output);
        _said.Add(error);
        return output;
    }

    private void AssertNoSecretShown(string lotPath)
    {
        using Lot lot = Lot.Open(lotPath, LotKeySource.FromFiles(new FactoryHome(Path.Combine(_folder, "home")).KeyPath("july")), TimeProvider.System);
        string said = string.Join('\n', _said);
        foreach (byte[] secret in lot.Ledger.Units().Select(unit => unit.Id).ToList().Select(lot.Secret))
        {
            foreach (string form in new[] { Convert.ToHexString(secret), Convert.ToBase64String(secret), HwToken.Core.Text.Base32.Encode(secret).TrimEnd('=') })
            {
                Assert.DoesNotContain(form, said, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private (string Receipt, string Certificate) Receipt(string lotPath)
    {
        using RSA rsa = RSA.Create(2048);
        using X509Certificate2 service = new CertificateRequest("CN=validation", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using Lot lot = Lot.Open(lotPath, null, TimeProvider.System);
        SealedFile file = LotSealer.Files(lot)[0];
        var receipt = new PskcReceipt { LotId = "july", FileSha256 = file.Sha256, Count = file.Count, IdsSha256 = file.IdsSha256, ImportedAt = DateTimeOffset.UtcNow, Service = "test" };
        string receiptPath = Path.Combine(_folder, "july.receipt");
        string certificatePath = Path.Combine(_folder, "service.pem");
        File.WriteAllText(receiptPath, receipt.Sign(service));
        File.WriteAllText(certificatePath, service.ExportCertificatePem());
        return (receiptPath, certificatePath);
    }
}
