namespace HwToken.Tool.Tests.Commands;

public sealed class SeedsCommandTests : IDisposable
{
    private const string Hex = "3132333435363738393031323334353637383930";
    private const string Csv = $"A0000001,{Hex},totp,8,60\nA0000002,{Hex},hotp,6,7\n";
    private const string Mixed = $"A0000001,{Hex},totp,8,60\nA0000002,{Hex},ocra,OCRA-1:HOTP-SHA1-6:QN08\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-seeds-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_tells_the_format_and_each_key_and_no_secret_unasked()
    {
        string file = Write("tokens.csv", Csv);
        (int code, string output, string error) = await ToolRun.RunAsync("seeds", "read", file);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            ["OATH CSV, signature absent, in clear, 2 keys", "A0000001  TOTP SHA1, 8 digits, 60 s", "A0000002  HOTP SHA1, 6 digits, counter 7"],
            output.TrimEnd().ReplaceLineEndings("\n").Split('\n'));
        (_, string shown, _) = await ToolRun.RunAsync("seeds", "read", file, "--show-secrets");
        Assert.Contains(Hex, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_in_JSON_is_one_object()
    {
        (int code, string output, _) = await ToolRun.RunAsync("seeds", "read", Write("tokens.csv", Mixed), "--json", "--skip-foreign");
        Assert.Equal(0, code);
        Assert.Equal(
            """{"format":"OATH CSV","signature":"absent","keys":[{"id":"A0000001","algorithm":"TOTP","suite":"SHA1","digits":8,"period":60,"counter":null}],"leftOut":[{"line":2,"id":"A0000002","error":"UnknownAlgorithm","reason":"its type is neither HOTP nor TOTP"}]}""",
            output.TrimEnd());
    }

    [Fact]
    public async Task A_foreign_key_refuses_the_file_and_the_refusal_names_the_way_out()
    {
        (int code, string output, string error) = await ToolRun.RunAsync("seeds", "read", Write("tokens.csv", Mixed));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("Line 2, key 'A0000002'", error, StringComparison.Ordinal);
        Assert.Contains("--skip-foreign", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_converted_file_is_encrypted_and_holds_the_same_keys()
    {
        (string key, string target) = (Path.Combine(_folder, "transport.key"), Path.Combine(_folder, "tokens.pskcxml"));
        (int code, _, string error) = await ToolRun.RunAsync("seeds", "convert", Write("tokens.csv", Csv), "--key-out", key, "--out", target);
        Assert.True(code == 0, error);
        Assert.DoesNotContain(Hex, await File.ReadAllTextAsync(target), StringComparison.OrdinalIgnoreCase);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
        }

        (_, string output, _) = await ToolRun.RunAsync("seeds", "read", target, "--key-file", key, "--show-secrets");
        Assert.Contains($"A0000001  TOTP SHA1, 8 digits, 60 s  {Hex}", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"A0000002  HOTP SHA1, 6 digits, counter 7  {Hex}", output, StringComparison.OrdinalIgnoreCase);

        // Command lines can be read by everybody (ps); these two cannot.
        string hex = await File.ReadAllTextAsync(key);
        var fromInput = new ProgramStart("hwtoken", "seeds", "read", target, "--key-file", "-", "--show-secrets") { Input = hex };
        Assert.Equal(output, (await OwnProgram.RunAsync(fromInput)).Output);
        var fromEnvironment = new ProgramStart("hwtoken", "seeds", "read", target, "--show-secrets") { Environment = new Dictionary<string, string?> { ["HWTOKEN_SEED_KEY"] = hex.Trim() } };
        Assert.Equal(output, (await OwnProgram.RunAsync(fromEnvironment)).Output);
    }

    [Fact]
    public async Task A_refused_conversion_leaves_nothing_behind()
    {
        (string key, string target) = (Path.Combine(_folder, "transport.key"), Path.Combine(_folder, "tokens.pskcxml"));
        Assert.Equal(1, (await ToolRun.RunAsync("seeds", "convert", Write("tokens.csv", Mixed), "--key-out", key, "--out", target)).Code);
        Assert.Equal(1, (await ToolRun.RunAsync("seeds", "convert", Write("good.csv", Csv), "--key-out", key, "--out", Write("taken.xml", "x"))).Code);
        Assert.Equal(1, (await ToolRun.RunAsync("seeds", "convert", Write("good.csv", Csv), "--to", "entra", "--out", target)).Code);
        Assert.Equal(["good.csv", "taken.xml", "tokens.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_list_can_be_made_of_any_file_and_says_that_it_is_in_clear()
    {
        string target = Path.Combine(_folder, "linotp.csv");
        (int code, _, string error) = await ToolRun.RunAsync("seeds", "convert", Write("uris.txt", "otpauth://totp/Bank:A0000001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank"), "--to", "linotp", "--out", target);
        Assert.True(code == 0, error);
        Assert.Contains("in clear", error, StringComparison.Ordinal);
        Assert.Equal($"A0000001,{Hex},totp,6,30,sha1\n", await File.ReadAllTextAsync(target));
    }

    [Theory]
    [InlineData("seeds read x --key 12 --key-file y")]
    [InlineData("seeds read x --key 12")]
    [InlineData("seeds convert x --out y")]
    [InlineData("seeds convert x --out y --key-out a --passphrase-out b")]
    [InlineData("seeds convert x --out y --to linotp --key-out a")]
    [InlineData("seeds convert x --out y --to nonsense")]
    public async Task Wrong_usage_is_exit_code_2(string typed)
    {
        (int code, string output, string error) = await ToolRun.RunAsync(typed.Split(' '));
        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task An_expired_key_is_shown_as_such()
    {
        const string xml = $"""
            <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"><KeyPackage><Key Id="HWHA00000002" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp">
            <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
            <Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret><Counter/></Data>
            <Policy><StartDate>2006-05-01T00:00:00Z</StartDate><ExpiryDate>2012-05-31T00:00:00Z</ExpiryDate></Policy></Key></KeyPackage></KeyContainer>
            """;
        (_, string output, _) = await ToolRun.RunAsync("seeds", "read", Write("old.xml", xml));
        Assert.Contains("valid from 2006-05-01T00:00:00Z, valid until 2012-05-31T00:00:00Z (EXPIRED)", output, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
