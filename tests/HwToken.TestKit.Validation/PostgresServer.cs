using System.Diagnostics;
using Npgsql;

namespace HwToken.TestKit.Validation;

/// <summary>
/// A real PostgreSQL for the tests of one assembly: the one of HWTOKEN_POSTGRES (a connection string whose user may create
/// databases), or one started here on a unix socket in a temporary folder. Started when first asked for.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string User = "hwtoken";

    // fsync is off in the server started here: these tests kill our processes, never the machine.

    private readonly string[] settings;
    private readonly bool isOwn;
    private readonly SemaphoreSlim once = new(1);
    private string? folder;
    private string? connection;
    private string? bin;
    private Process? server;

    public PostgresServer()
        : this([], isOwn: false)
    {
    }

    private PostgresServer(string[] settings, bool isOwn) => (this.settings, this.isOwn) = (settings, isOwn);

    /// <summary>One for a test alone, which may kill it.</summary>
    /// <param name="settings">Like <c>wal_writer_delay=10s</c>.</param>
    public static PostgresServer Own(params string[] settings) => new(settings, isOwn: true);

    /// <summary>Connection string of a new, empty database; skips the test when there is no PostgreSQL (in CI that is a failure).</summary>
    public async Task<string> NewDatabaseAsync()
    {
        string server = await StartedAsync();
        string name = $"hwtoken_{Guid.NewGuid():N}";
        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", admin);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Where the programs of PostgreSQL are; null with HWTOKEN_POSTGRES.</summary>
    public string? ProgramFolder => bin;

    /// <summary>Folder of the socket; null with HWTOKEN_POSTGRES.</summary>
    public string? SocketFolder => folder;

    /// <summary>SIGKILL for the server and every process of it: nothing is flushed, nothing is closed. Then starts it again, on what was left.</summary>
    public async Task KillAndStartAsync()
    {
        string main = (await File.ReadAllLinesAsync($"{folder}/data/postmaster.pid"))[0];
        string[] workers = [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(id => id!.All(char.IsAsciiDigit) && ParentOf(id!) == main)!];
        await RunAsync(["kill", "-9", main]);
        foreach (string worker in workers)
        {
            using Process kill = Start(["kill", "-9", worker]);
            await kill.WaitForExitAsync();
        }

        await server!.WaitForExitAsync();
        server.Dispose();
        while (Array.Exists([main, .. workers], id => ParentOf(id) is not null))
        {
            await Task.Yield();
        }

        await LaunchAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync(AsServerUser($"{bin}/pg_ctl", "stop", "-m", "immediate", "-D", $"{folder}/data"));
            await server.WaitForExitAsync();
            server.Dispose();
            Directory.Delete(folder!, recursive: true);
        }

        once.Dispose();
    }

    private static bool IsRoot => Environment.UserName == "root";

    private async Task<string> StartedAsync()
    {
        await once.WaitAsync();
        try
        {
            return connection ??= !isOwn && Environment.GetEnvironmentVariable("HWTOKEN_POSTGRES") is { Length: > 0 } given ? given : await StartAsync();
        }
        finally
        {
            once.Release();
        }
    }

    private async Task<string> StartAsync()
    {
        bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin").Where(at => File.Exists($"{at}/initdb")).Order().LastOrDefault()
            : null;
        if (bin is null)
        {
            Peer.Missing("PostgreSQL is not installed (no initdb under /usr/lib/postgresql), and HWTOKEN_POSTGRES is not set.");
        }

        folder = Directory.CreateTempSubdirectory("hwpg").FullName;
        if (IsRoot)
        {
            // The server refuses to run as root; the package has made a user for it.
            await RunAsync(["chown", "postgres", folder]);
        }

        await RunAsync(AsServerUser($"{bin}/initdb", "-D", $"{folder}/data", "-A", "trust", "-U", User, "-E", "UTF8", "--locale=C", "--no-sync"));
        return await LaunchAsync();
    }

    private async Task<string> LaunchAsync()
    {
        string[] options = ["listen_addresses=", "max_connections=300", "logging_collector=off", "fsync=off", .. settings];
        server = Start(AsServerUser([$"{bin}/postgres", "-D", $"{folder}/data", "-k", folder!, .. options.SelectMany(option => new[] { "-c", option })]));
        var builder = new NpgsqlConnectionStringBuilder { Host = folder, Username = User, Database = "postgres" };
        await WaitAsync(builder.ConnectionString);
        return builder.ConnectionString;
    }

    /// <summary>Null when there is no such process any more (or only its exit status is left).</summary>
    private static string? ParentOf(string id)
    {
        try
        {
            // "id (name) state parent …"; the name may hold spaces.
            string[] words = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
            return words[0] is "Z" or "X" ? null : words[1];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task WaitAsync(string connectionString)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                await using var probe = new NpgsqlConnection(connectionString + ";Pooling=false");
                await probe.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (tries < 600 && !server!.HasExited)
            {
                // The server tells nobody when it is ready: it has to be asked.
                await Task.Delay(50);
            }
        }
    }

    private static string[] AsServerUser(params string[] command) => IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task RunAsync(string[] command)
    {
        using Process process = Start(command);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command[0]} ended with {process.ExitCode}");
    }
}
