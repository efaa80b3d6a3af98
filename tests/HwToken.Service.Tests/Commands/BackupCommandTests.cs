using HwToken.Validation;

namespace HwToken.Service.Tests.Commands;

/// <summary>Backup, restore, and what a restored service asks for, on the command line.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Data => folder["data"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_backup_is_restored_and_the_service_starts_with_the_word_for_it_only()
    {
        Assert.Equal(0, (await ServiceProcess.RunAsync("keys", "new", "--role", "operator", "--data", Data)).Status);
        (int status, string output, string errors) = await ServiceProcess.RunAsync("backup", "--to", folder["copy"], "--data", Data);
        Assert.True(status == 0, errors);
        Assert.Contains("without the key file", output, StringComparison.Ordinal);
        Array.ForEach(Directory.GetFiles(Data, "hwtoken.db*"), File.Delete);
        Assert.Equal(1, (await ServiceProcess.RunAsync("serve", "--url", "http://127.0.0.1:0", "--data", Data)).Status);
        (status, output, errors) = await ServiceProcess.RunAsync("restore", "--from", folder["copy"], "--data", Data);
        Assert.True(status == 0, errors);
        Assert.Contains("serve --restored", output, StringComparison.Ordinal);
        (status, _, errors) = await ServiceProcess.RunAsync("serve", "--url", "http://127.0.0.1:0", "--data", Data);
        Assert.Equal(1, status);
        Assert.Contains("serve --restored", errors, StringComparison.Ordinal);
        using (OwnProgram server = OwnProgram.Start("HwToken.Service", "serve", "--restored", "--url", "http://127.0.0.1:0", "--data", Data))
        {
            await server.ListensAsync();
        }

        Assert.Contains("Operator in force", (await ServiceProcess.RunAsync("keys", "list", "--data", Data)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "--to", "x", "--copied")]
    [InlineData("restore")]
    public async Task Half_a_command_is_refused_as_usage(params string[] words) => Assert.Equal(2, (await ServiceProcess.RunAsync([.. words, "--data", Data])).Status);

    [Theory]
    [InlineData("audit", "verify")]
    [InlineData("audit", "anchor")]
    [InlineData("keys", "list")]
    [InlineData("keys", "revoke", "--id", "2a0077ba")]
    [InlineData("keys", "rotate")]
    [InlineData("desk", "unlock", "--name", "mori")]
    [InlineData("desk", "new", "--name", "mori", "--token", "DPHT00000001")]
    [InlineData("backup", "--copied")]
    public async Task A_mistyped_folder_is_told_and_not_made(params string[] words)
    {
        (int status, string output, string errors) = await ServiceProcess.RunAsync([.. words, "--data", folder["typo"]]);
        Assert.Equal((1, ""), (status, output));
        Assert.Contains("There is no HwToken database", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["typo"]));
    }

    [Fact]
    public async Task An_anchor_is_made_kept_elsewhere_and_compared()
    {
        await ServiceProcess.RunAsync("keys", "new", "--role", "operator", "--data", Data);
        (int status, _, string errors) = await ServiceProcess.RunAsync("audit", "anchor", "--to", folder["anchors"], "--data", Data);
        Assert.True(status == 0, errors);
        await ServiceProcess.RunAsync("keys", "new", "--role", "operator", "--data", Data);
        Assert.Single((await ServiceProcess.RunAsync("audit", "anchor", "--data", Data)).Output.Trim().Split('\n'));
        ProgramEnd verified = await ServiceProcess.RunAsync("audit", "verify", "--anchors", folder["anchors"], "--data", Data);
        Assert.Contains("1 anchors: sound", verified.Output, StringComparison.Ordinal);
        await File.AppendAllTextAsync(folder["anchors"], "rubbish\n");
        verified = await ServiceProcess.RunAsync("audit", "verify", "--anchors", folder["anchors"], "--data", Data);
        Assert.Equal(1, verified.Status);
        Assert.Contains("anchor in line 2", verified.Output, StringComparison.Ordinal);
    }

    /// <summary>A folder that this user may read and not write; while a server had the database open, so that there is a log.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task What_only_reads_works_on_a_read_only_medium(bool hasLog)
    {
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = Data }))
        {
            await system.ApiKeys.CreateAsync(Validation.Access.ApiRole.Operator, "test");
            Directory.CreateDirectory(folder["medium"]);
            foreach (string file in Directory.GetFiles(Data).Where(file => hasLog && !file.EndsWith("-shm", StringComparison.Ordinal)))
            {
                File.Copy(file, folder["medium", Path.GetFileName(file)]);
            }
        }

        foreach (string file in Directory.GetFiles(Data).Where(_ => !hasLog))
        {
            File.Copy(file, folder["medium", Path.GetFileName(file)]);
        }

        Assert.Equal(hasLog, File.Exists(folder["medium", "hwtoken.db-wal"]));
        string[] user = Environment.UserName == "root" ? ["runuser", "-u", "nobody", "--"] : [];
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Peer.Run("chmod", "-R", "a-w,go-rwx", folder["medium"]);
        Peer.Run("chmod", "u=rx", folder["medium"]);
        if (user.Length > 0)
        {
            Peer.Run("chown", "-R", "nobody", folder["medium"]);
        }

        foreach ((string[] words, string expected) in new (string[], string)[] { (["audit", "verify"], ": sound"), (["keys", "list"], "Operator in force") })
        {
            string[] command = [.. user, "env", "HOME=/tmp", "DOTNET_CLI_HOME=/tmp", "dotnet", Path.Combine(AppContext.BaseDirectory, "HwToken.Service.dll"), .. words, "--data", folder["medium"]];
            PeerAnswer answer = Peer.Run(command[0], command[1..]);
            Assert.SkipWhen(user.Length > 0 && answer.Exit is 126 or 127 or 131, "another user cannot run the tests' programs here");
            Assert.True(answer.Exit == 0, answer.Errors + answer.Output);
            Assert.Contains(expected, answer.Output, StringComparison.Ordinal);
        }

        Peer.Run("chmod", "-R", "u+w", folder["medium"]);
    }
}
