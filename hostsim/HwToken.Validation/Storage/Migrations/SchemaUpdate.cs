using System.Data.Common;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace HwToken.Validation.Storage.Migrations;

/// <summary>Tells how far the schema of a database is. Migrations are made by <c>dotnet ef</c>; one that has been released is never changed.</summary>
internal static class SchemaUpdate
{
    private const string Earlier =
        "The database was made by a HwToken from before the first release, which this program cannot read; nothing of it was changed. "
        + "Keep it as it is, begin with another folder (--data) or database (--db), and import the lots again.";

    private const string History = "'__EFMigrationsHistory'";

    /// <summary>Tables of earlier programs, which may have noted no migration.</summary>
    private const string EarlierTables = "'credentials', 'schema_version'";

    /// <exception cref="InvalidOperationException">The database is of another time than the program.</exception>
    public static async Task<SchemaState> StateAsync(ValidationContext context, CancellationToken cancellation)
    {
        string[] known = [.. context.Database.GetMigrations()];
        // A question about a table that is not there would end PostgreSQL's transaction.
        string[] applied = await HasTableAsync(context.Database, History, cancellation).ConfigureAwait(false)
            ? [.. await TextsAsync(context.Database, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", cancellation).ConfigureAwait(false)]
            : [];
        if (applied.Except(known).Max(StringComparer.Ordinal) is { } unknown)
        {
            // A migration's name begins with its date.
            throw new InvalidOperationException(StringComparer.Ordinal.Compare(unknown, known[^1]) < 0
                ? Earlier
                : $"The database has the migration {unknown}, this program knows {known[^1]}: start the newer program.");
        }

        if (applied.Length == 0)
        {
            return await HasTableAsync(context.Database, EarlierTables, cancellation).ConfigureAwait(false) ? throw new InvalidOperationException(Earlier) : SchemaState.Empty;
        }

        return applied.Length < known.Length ? SchemaState.Behind : SchemaState.Current;
    }

    private static async Task<bool> HasTableAsync(DatabaseFacade database, string names, CancellationToken cancellation)
    {
        string tables = database.IsNpgsql() ? "pg_tables WHERE schemaname = current_schema() AND tablename" : "sqlite_master WHERE type = 'table' AND name";
        return (await TextsAsync(database, $"SELECT '' FROM {tables} IN ({names})", cancellation).ConfigureAwait(false)).Count > 0;
    }

    /// <summary>Not by EF Core: it would build a model of its own for this table at each start.</summary>
    private static async Task<List<string>> TextsAsync(DatabaseFacade database, string sql, CancellationToken cancellation)
    {
        using DbCommand command = database.GetDbConnection().CreateCommand();
        command.Transaction = database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // All parts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        var texts = new List<string>();
        using DbDataReader rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
