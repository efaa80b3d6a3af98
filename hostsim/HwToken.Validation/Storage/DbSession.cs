using System.Data.Common;

namespace HwToken.Validation.Storage;

/// <summary>One connection in one transaction, and the few things that are done with it. Both databases take the same SQL and the same
/// parameter names; every value is a parameter.</summary>
internal sealed class DbSession(DbConnection connection, bool keepCommands) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand>? kept = keepCommands ? [] : null;

    public DbConnection Connection { get; } = connection;

    public DbTransaction? Transaction { get; set; }

    /// <summary>Commands that were sent so far: round trips, as far as the database is elsewhere.</summary>
    public int Commands { get; private set; }

    /// <summary>Whether a last statement can bring its own commit along.</summary>
    public bool CanCommitAlong { get; init; }

    /// <summary>Set before the commit goes along: from then on nobody but the database knows what became of the transaction.</summary>
    public bool IsCommitSent { get; private set; }

    /// <summary>
    /// The last statement of a transaction: to a database that is elsewhere the commit goes along with it, which saves a round trip while rows
    /// are locked. Where it cannot go along, it follows when the work is done.
    /// </summary>
    public string WithCommit(string sql)
    {
        IsCommitSent = CanCommitAlong;
        return CanCommitAlong ? sql + "; COMMIT" : sql;
    }

    public async Task<int> ExecuteAsync(string sql, params (string Name, object Value)[] values)
    {
        DbCommand command = Prepare(sql, values);
        try
        {
            return await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        finally
        {
            await ReleaseAsync(command).ConfigureAwait(false);
        }
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object Value)[] values)
    {
        DbCommand command = Prepare(sql, values);
        try
        {
            var rows = new List<T>();
            DbDataReader reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync().ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }
            }

            return rows;
        }
        finally
        {
            await ReleaseAsync(command).ConfigureAwait(false);
        }
    }

    public async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object Value)[] values)
        where T : class
    {
        List<T> rows = await ListAsync(sql, read, values).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0];
    }

    public async Task<long> NumberAsync(string sql, params (string Name, object Value)[] values)
    {
        List<long> rows = await ListAsync(sql, row => Convert.ToInt64(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), values).ConfigureAwait(false);
        return rows.Count == 0 ? 0 : rows[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (DbCommand command in kept?.Values.ToArray() ?? [])
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        await Connection.DisposeAsync().ConfigureAwait(false);
    }

    private DbCommand Prepare(string sql, (string Name, object Value)[] values)
    {
        Commands++;
        if (kept is null || !kept.TryGetValue(sql, out DbCommand? command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // The SQL texts are constants of this project; values are always parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach ((string name, object value) in values)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            kept?.Add(sql, command);
        }
        else
        {
            for (int i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i].Value;
            }
        }

        command.Transaction = Transaction;
        return command;
    }

    private ValueTask ReleaseAsync(DbCommand command) => kept is null ? command.DisposeAsync() : ValueTask.CompletedTask;
}
