using System.Data.Common;
using System.Globalization;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace HwToken.Validation.Storage.Migrations;

/// <summary>Takes over databases from before EF Core, whose schema had a number in the table <c>schema_version</c>: the first migration makes the
/// tables of number 2, so it only has to be noted as applied.</summary>
internal static class NumberedSchema
{
    private const int Last = 2;

    /// <summary>What led from number 1 to 2: receipts are signed texts since. Those before cannot be told in the new form and stay aside.</summary>
    private const string Second =
        """
        ALTER TABLE imports RENAME TO imports_1;
        CREATE TABLE imports (
            ids_sha256 text NOT NULL PRIMARY KEY,
            file_sha256 text NOT NULL UNIQUE,
            lot text NOT NULL,
            count integer NOT NULL,
            imported_at bigint NOT NULL,
            service text NOT NULL,
            receipt text NOT NULL
        );
        """;

    /// <summary>Does nothing to any other database.</summary>
    /// <exception cref="InvalidOperationException">The number is not known.</exception>
    public static async Task TakeOverAsync(ValidationContext context, CancellationToken cancellation)
    {
        DatabaseFacade database = context.Database;
        string tables = database.IsNpgsql() ? "pg_tables WHERE schemaname = current_schema() AND tablename" : "sqlite_master WHERE type = 'table' AND name";
        if (await NumberAsync(database, $"SELECT count(*) FROM {tables} = 'schema_version'", cancellation).ConfigureAwait(false) == 0)
        {
            return;
        }

        IDbContextTransaction transaction = await database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            long number = await NumberAsync(database, "SELECT COALESCE(MAX(version), 0) FROM schema_version", cancellation).ConfigureAwait(false);
            if (number is < 1 or > Last)
            {
                throw new InvalidOperationException($"The database has the schema number {number}, which this program does not know. Start the program that made it.");
            }

            if (number < Last)
            {
                await database.ExecuteSqlRawAsync(Second, cancellation).ConfigureAwait(false);
            }

            IHistoryRepository history = context.GetService<IHistoryRepository>();
            string first = database.GetMigrations().First();
            string[] notes = [history.GetCreateIfNotExistsScript(), history.GetInsertScript(new HistoryRow(first, ProductInfo.GetVersion())), "DROP TABLE schema_version"];
            foreach (string note in notes)
            {
                await database.ExecuteSqlRawAsync(note, cancellation).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>By the driver alone: EF Core's queries would cost each start a fifth of a second.</summary>
    private static async Task<long> NumberAsync(DatabaseFacade database, string sql, CancellationToken cancellation)
    {
        DbCommand command = database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // The texts are constants of this class.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = database.CurrentTransaction?.GetDbTransaction();
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }
    }
}
