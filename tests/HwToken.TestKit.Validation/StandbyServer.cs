using System.Diagnostics;
using Npgsql;

namespace HwToken.TestKit.Validation;

/// <summary>A synchronous standby of a PostgreSQL server, on the same machine.</summary>
public sealed class StandbyServer : IAsyncDisposable
{
    private readonly PostgresServer primary;
    private readonly string folder;
    private readonly Process process;

    private StandbyServer(PostgresServer primary, string folder, Process process) => (this.primary, this.folder, this.process) = (primary, folder, process);

    /// <summary>Copies the primary, starts the copy as its standby, and has every commit wait for it.</summary>
    /// <param name="primary">A server of the test's own, started.</param>
    public static async Task<StandbyServer> OfAsync(PostgresServer primary)
    {
        string folder = Directory.CreateTempSubdirectory("hwps").FullName;
        await ServerUser.OwnAsync(folder);
        await ServerUser.RunAsync($"{primary.ProgramFolder}/pg_basebackup", "-h", primary.SocketFolder!, "-U", PostgresServer.User, "-D", $"{folder}/data", "-R", "-c", "fast", "--no-sync");
        Process process = ServerUser.Start(
            $"{primary.ProgramFolder}/postgres", "-D", $"{folder}/data", "-k", folder, "-c", "listen_addresses=", "-c", "max_connections=300", "-c", "fsync=off", "-c", "hot_standby=on");
        await PostgresServer.WaitAsync(process, Connection(folder));

        // Only now: it waits for ever for a standby that is not there.
        await primary.ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await primary.ExecuteAsync("SELECT pg_reload_conf()");
        while (await primary.ExecuteAsync("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") is not 1L)
        {
            await Task.Yield();
        }

        return new StandbyServer(primary, folder, process);
    }

    /// <summary>Connection string that names the primary, then the standby.</summary>
    /// <param name="database">Connection string of a database of the primary.</param>
    public string BothHosts(string database) => new NpgsqlConnectionStringBuilder(database) { Host = $"{primary.SocketFolder},{folder}" }.ConnectionString;

    /// <summary>Makes the standby a primary.</summary>
    public Task PromoteAsync() => ServerUser.RunAsync($"{primary.ProgramFolder}/pg_ctl", "promote", "-D", $"{folder}/data");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ServerUser.RunAsync($"{primary.ProgramFolder}/pg_ctl", "stop", "-m", "immediate", "-D", $"{folder}/data");
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Connection(string folder) => new NpgsqlConnectionStringBuilder { Host = folder, Username = PostgresServer.User, Database = "postgres" }.ConnectionString;
}
