using System.Data.Common;
using Npgsql;

namespace HwToken.Validation.Storage.Postgres;

/// <summary>Makes the pool of connections from a connection string, and fills in what it leaves open.</summary>
internal static class PostgresSource
{
    /// <summary>Prepared statements kept by each connection. An attempt needs a dozen.</summary>
    private const int Prepared = 40;

    /// <summary>Seconds after which a host that was down, or a standby, is asked again.</summary>
    private const int Recheck = 1;

    /// <summary>Connects once: behind a pooler that hands out sessions by transaction (PgBouncer) nothing may be prepared.</summary>
    public static async Task<NpgsqlDataSource> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder settings = Settings(connectionString);
        NpgsqlDataSource source = Create(settings);
        try
        {
            if (IsGiven(connectionString, "Max Auto Prepare", "MaxAutoPrepare") || !await IsPooledAsync(source, cancellation).ConfigureAwait(false))
            {
                return source;
            }
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        await source.DisposeAsync().ConfigureAwait(false);
        settings.MaxAutoPrepare = 0;
        return Create(settings);
    }

    /// <summary>Statements are prepared unless the connection string says otherwise; of several hosts the primary is looked for, and found again.</summary>
    internal static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        // Nothing here changes the state of a connection, so none has to be reset between two users of it.
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "HwToken", NoResetOnClose = true };

        // Npgsql's own builder claims to contain every key that it knows.
        if (!IsGiven(connectionString, "Max Auto Prepare", "MaxAutoPrepare"))
        {
            builder.MaxAutoPrepare = Prepared;
            builder.AutoPrepareMinUsages = 2;
        }

        if (!IsGiven(connectionString, "Host Recheck Seconds", "HostRecheckSeconds"))
        {
            builder.HostRecheckSeconds = Recheck;
        }

        return builder;
    }

    private static bool IsGiven(string connectionString, params string[] keys)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return Array.Exists(keys, given.ContainsKey);
    }

    /// <summary>Several hosts are one primary and its standbys, whatever the connection string asks for: nothing is ever read from a standby, which
    /// may be behind.</summary>
    private static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder settings)
    {
        if (settings.Host?.Contains(',', StringComparison.Ordinal) != true)
        {
            return NpgsqlDataSource.Create(settings);
        }

        settings.Remove("Target Session Attributes");
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
    }

    /// <summary>PostgreSQL tells at the start of a session the number of the process that serves it. A pooler tells a number of its own.</summary>
    private static async Task<bool> IsPooledAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
            await using (command.ConfigureAwait(false))
            {
                return (int)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))! != connection.ProcessID;
            }
        }
    }
}
