using System.Data.Common;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>Runs the statements of attempts one by one on a context's connection, in its transaction. Commands are kept, prepared, as long as the
/// context lives.</summary>
internal sealed class StatementRunner(ValidationContext context) : IDisposable
{
    private readonly Dictionary<string, DbCommand> kept = [];

    /// <summary>Statements that were run so far.</summary>
    public int Count { get; private set; }

    /// <summary>The credential that a statement yields, or null.</summary>
    public Task<Credential?> ReadAsync(Statement statement) => ReadAsync<Credential?>(statement, CredentialColumns.Read);

    /// <summary>What a statement yields, or the default when it yields no row.</summary>
    public async Task<T?> ReadAsync<T>(Statement statement, Func<DbDataReader, T?> read)
    {
        DbDataReader reader = await Command(statement).ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync().ConfigureAwait(false) ? read(reader) : default;
        }
    }

    /// <summary>Number of rows that a statement wrote.</summary>
    public Task<int> ExecuteAsync(Statement statement) => Command(statement).ExecuteNonQueryAsync();

    public void Dispose()
    {
        foreach (DbCommand command in kept.Values)
        {
            command.Dispose();
        }

        kept.Clear();
    }

    private DbCommand Command(Statement statement)
    {
        Count++;
        if (!kept.TryGetValue(statement.Text, out DbCommand? command))
        {
            command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The texts are constants of AttemptSql; values are always parameters.
            command.CommandText = statement.Then is null ? statement.Text : $"{statement.Text}; {statement.Then}";
#pragma warning restore CA2100
            foreach ((string name, object _) in statement.Values)
            {
                DbParameter parameter = command.CreateParameter();

                // As the SQL spells it: SQLite's binding would else try every prefix, at each execution.
                parameter.ParameterName = "@" + name;
                command.Parameters.Add(parameter);
            }

            kept.Add(statement.Text, command);
        }

        for (int i = 0; i < statement.Values.Length; i++)
        {
            command.Parameters[i].Value = statement.Values[i].Value;
        }

        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
