using System.Diagnostics;
using Npgsql;

namespace HwToken.TestKit.Validation;

/// <summary>A real PgBouncer in front of one database: pool_mode transaction, four sessions for everybody.</summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private PgBouncer(Process process, string folder, string connectionString)
    {
        (this.process, this.folder) = (process, folder);
        ConnectionString = connectionString;
    }

    /// <summary>Leads to the database through the pooler.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts one; skips the test where it is not installed.</summary>
    /// <param name="database">Connection string of the database, on a unix socket.</param>
    public static async Task<PgBouncer> StartAsync(string database)
    {
        if (!File.Exists("/usr/sbin/pgbouncer"))
        {
            Peer.Missing("pgbouncer is not installed (/usr/sbin/pgbouncer); .ci/run names its Debian package.");
        }

        var to = new NpgsqlConnectionStringBuilder(database);
        string folder = Directory.CreateTempSubdirectory("hwpb").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "users.txt"), $"\"{to.Username}\" \"\"\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "pgbouncer.ini"),
            $"""
            [databases]
            {to.Database} = host={to.Host} port={to.Port} dbname={to.Database}
            [pgbouncer]
            listen_port = {to.Port}
            unix_socket_dir = {folder}
            auth_type = trust
            auth_file = {folder}/users.txt
            pool_mode = transaction
            default_pool_size = 4
            max_client_conn = 200
            """);
        await ServerUser.OwnAsync(folder);
        Process process = ServerUser.Start("/usr/sbin/pgbouncer", "-q", $"{folder}/pgbouncer.ini");
        string connectionString = new NpgsqlConnectionStringBuilder { Host = folder, Username = to.Username, Database = to.Database }.ConnectionString;
        await PostgresServer.WaitAsync(process, connectionString);
        return new PgBouncer(process, folder, connectionString);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ServerUser.EndAsync(process);
        Directory.Delete(folder, recursive: true);
    }
}
