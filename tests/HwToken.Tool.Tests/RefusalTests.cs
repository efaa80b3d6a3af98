using HwToken.Factory.Lots;
using HwToken.Factory.Registry;

namespace HwToken.Tool.Tests;

/// <summary>A refused command leaves nothing and uses up nothing, and what only looks works where nothing can be written.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-refusal-").FullName;

    public RefusalTests() => IdRegistry.Create(new FactoryHome(Home).RegistryPath);

    private string Home => At("home");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_short_passphrase_uses_up_no_ID_and_no_name()
    {
        Keep("short.txt", "too short\n");
        string[] before = Everything();
        (int code, _, string error) = await RunAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "3", "--passphrase-file", At("short.txt"));
        Assert.Equal(1, code);
        Assert.Contains("at least 12 characters", error, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
        Assert.Contains("from DPHT00000001", await DoAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "3"), StringComparison.Ordinal);
    }

    /// <summary>On a medium of 1.5 MB.</summary>
    [Fact]
    public void A_full_disk_uses_up_no_ID_and_leaves_no_file()
    {
        Peer.Demand("unshare", "mount");
        string tool = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "hwtoken.dll")}'";
        string script = $"mount -t tmpfs -o size=1500k tmpfs '{_folder}' || exit 99\ncd '{_folder}'\n"
            + $"{tool} registry init --home home && find . | sort > '{_folder}.before'\n"
            + $"{tool} lot create july --prefix DPHT --count 20000 --home home && exit 98\n"
            + $"find . | sort | diff '{_folder}.before' - && {tool} lot create july --prefix DPHT --count 1 --home home";
        (string output, string error, int status) = Peer.Run("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", script);
        File.Delete(_folder + ".before");
        Assert.SkipWhen(status == 99, "No mount may be made here: " + error);
        Assert.True(status == 0, output + error);
        Assert.Contains("the disk is full", error, StringComparison.Ordinal);
        Assert.Contains("1 credentials from DPHT00000001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_seal_leaves_no_transport_key_and_scraps_nothing()
    {
        await DoAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "2", "--type", "hotp");
        foreach (string[] options in new[] { Array.Empty<string>(), ["--scrap-unfinished"] })
        {
            (int code, _, _) = await RunAsync(["lot", "seal", At("july"), "--transport-key", At("transport.key"), .. options]);
            Assert.Equal(1, code);
            Assert.False(File.Exists(At("transport.key")));
        }

        Assert.Contains("\"reserved\":2", await DoAsync("lot", "status", At("july"), "--json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_in_the_last_ID_scraps_none()
    {
        await DoAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "2", "--type", "hotp");
        Assert.Equal(1, (await RunAsync("lot", "scrap", At("july"), "--id", "DPHT00000001", "--id", "DPHT00000009", "--reason", "fell")).Code);
        Assert.Contains("\"reserved\":2", await DoAsync("lot", "status", At("july"), "--json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_audit_and_verify_work_on_a_medium_where_nothing_can_be_written()
    {
        Peer.Demand("unshare", "mount");
        await DoAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "2", "--type", "hotp");
        string[] before = Everything();
        string tool = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "hwtoken.dll")}'";
        string script = $"mount --bind '{_folder}' '{_folder}' && mount -o remount,ro,bind '{_folder}' || exit 99\ncd /\n"
            + $"! touch '{At("x")}' 2>/dev/null && {tool} lot status '{At("july")}' && {tool} lot audit '{At("july")}' && {tool} lot verify '{At("july")}' --home '{Home}'";
        (string output, string error, int status) = Peer.Run("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", script);
        Assert.SkipWhen(status == 99, "No mount may be made here: " + error);
        Assert.True(status == 0, output + error);
        Assert.Contains("created 2 credentials DPHT00000001 to DPHT00000002", output, StringComparison.Ordinal);
        Assert.DoesNotContain("WRONG", output, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task A_lot_without_a_registry_is_not_made_and_the_way_there_is_told()
    {
        File.Delete(new FactoryHome(Home).RegistryPath);
        (int code, _, string error) = await RunAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "1");
        Assert.Equal(1, code);
        Assert.Contains("hwtoken registry init", error, StringComparison.Ordinal);
        Assert.Contains("IDs begin at 1", await DoAsync("registry", "init"), StringComparison.Ordinal);
        await DoAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "1");
        await DoAsync("registry", "backup", At("registry.backup"));
        File.Delete(new FactoryHome(Home).RegistryPath);
        Assert.Contains("lot adopt", await DoAsync("registry", "restore", At("registry.backup")), StringComparison.Ordinal);
        await DoAsync("lot", "scrap", At("july"), "--id", "DPHT00000001", "--reason", "fell");
        await DoAsync("lot", "verify", At("july"));
    }

    [Fact]
    public async Task A_copied_lot_is_refused_by_every_command_that_would_change_it()
    {
        await DoAsync("lot", "create", At("july"), "--prefix", "DPHT", "--count", "2", "--type", "hotp");
        Directory.CreateDirectory(At("copy"));
        foreach (string file in Directory.GetFiles(At("july")))
        {
            File.Copy(file, At("copy", Path.GetFileName(file)));
        }

        string[][] changing =
        [
            ["lot", "run", At("copy"), "--once", "--port", "tcp:127.0.0.1:1"],
            ["lot", "extend", At("copy"), "--count", "1"],
            ["lot", "scrap", At("copy"), "--id", "DPHT00000001", "--reason", "fell"],
            ["lot", "confirm", At("copy"), "DPHT00000001", "123456"],
            ["lot", "seal", At("copy"), "--transport-key", At("transport.key")],
            ["lot", "export", At("copy"), "--format", "linotp", "--out", At("list.csv")],
            ["device", "file", "DPHT00000001", "--lot", At("copy"), "--out", At("one")],
            ["device", "set-time", "--lot", At("copy"), "--port", "tcp:127.0.0.1:1"],
            ["device", "get-time", "--lot", At("copy"), "--port", "tcp:127.0.0.1:1"],
            ["device", "erase", "--lot", At("copy"), "--port", "tcp:127.0.0.1:1", "--yes"],
        ];
        foreach (string[] command in changing)
        {
            (int code, string output, string error) = await RunAsync(command);
            Assert.True(code == 1 && error.Contains("This is a copy of lot july", StringComparison.Ordinal), $"{string.Join(' ', command)}: {code} {output}{error}");
        }

        await DoAsync("lot", "verify", At("july"));
        Assert.Contains("this is a copy", await DoAsync("lot", "verify", At("copy")), StringComparison.Ordinal);
        await DoAsync("lot", "adopt", At("copy"), "--yes");
        await DoAsync("lot", "extend", At("copy"), "--count", "1");
    }

    private string At(params string[] parts) => Path.Combine([_folder, .. parts]);

    private string[] Everything() => [.. Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private void Keep(string name, string text) => HwToken.Keeping.PrivateFile.Create(At(name), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => ToolRun.RunAsync([.. args, "--home", Home]);

    private async Task<string> DoAsync(params string[] args)
    {
        (int code, string output, string error) = await RunAsync(args);
        Assert.True(code == 0, $"{string.Join(' ', args)}: {output}{error}");
        return output;
    }
}
