using System.Data.Common;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HwToken.Validation.Storage;

/// <summary>
/// The few statements of a start, on a context's connection and in its transaction, without EF Core's translation: at its first use that takes longer than all else
/// that a start does. Texts are constants of their callers; values are parameters.
/// </summary>
internal static class PlainSql
{
    /// <summary>What the rows of a statement hold.</summary>
    public static async Task<List<T>> ReadAsync<T>(ValidationContext context, string sql, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        DbCommand command = Command(context, sql, []);
        await using (command.ConfigureAwait(false))
        {
            var rows = new List<T>();
            DbDataReader reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }
            }

            return rows;
        }
    }

    /// <summary>How many rows a statement wrote.</summary>
    public static async Task<int> ExecuteAsync(ValidationContext context, string sql, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        DbCommand command = Command(context, sql, values);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static DbCommand Command(ValidationContext context, string sql, (string Name, object Value)[] values)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Constants, see above.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
