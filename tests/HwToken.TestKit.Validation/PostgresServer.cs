using System.Diagnostics;
using Npgsql;

namespace HwToken.TestKit.Validation;

/// <summary>
/// A real PostgreSQL for the tests of one assembly: the one of HWTOKEN_POSTGRES (a connection string whose user may create
/// databases), or one started here on a unix socket in a temporary folder. Started when first asked for.
/// </summary>
public sealed partial class PostgresServer : IAsyncLifetime
{
    /// <summary>Who owns the databases.</summary>
    public const string User = "hwtoken";

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

    /// <summary>Runs one statement in the database <c>postgres</c>.</summary>
    /// <returns>Its first value, or null.</returns>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var admin = new NpgsqlConnection(await StartedAsync());
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        return await command.ExecuteScalarAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ServerUser.RunAsync($"{bin}/pg_ctl", "stop", "-m", "immediate", "-D", $"{folder}/data");
            await server.WaitForExitAsync();
            server.Dispose();
        }

        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }

        once.Dispose();
    }

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
        await ServerUser.OwnAsync(folder);
        await ServerUser.RunAsync($"{bin}/initdb", "-D", $"{folder}/data", "-A", "trust", "-U", User, "-E", "UTF8", "--locale=C", "--no-sync");
        return await LaunchAsync();
    }

    private async Task<string> LaunchAsync()
    {
        string[] options = ["listen_addresses=", "max_connections=300", "logging_collector=off", "fsync=off", .. settings];
        server = ServerUser.Start([$"{bin}/postgres", "-D", $"{folder}/data", "-k", folder!, .. options.SelectMany(option => new[] { "-c", option })]);
        var builder = new NpgsqlConnectionStringBuilder { Host = folder, Username = User, Database = "postgres" };
        await WaitAsync(server, builder.ConnectionString);
        return builder.ConnectionString;
    }

    /// <summary>Waits until a server, or a pooler in front of one, takes connections.</summary>
    internal static async Task WaitAsync(Process server, string connectionString)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                await using var probe = new NpgsqlConnection(connectionString + ";Pooling=false");
                await probe.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (tries < 6000 && !server.HasExited)
            {
                // The server tells nobody when it is ready: it has to be asked.
                await Task.Delay(50);
            }
        }
    }
}
