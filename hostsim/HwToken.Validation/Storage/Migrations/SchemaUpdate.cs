using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HwToken.Validation.Storage.Migrations;

/// <summary>Brings a database up to date. Migrations are made by <c>dotnet ef</c>; one that has been released is never changed.</summary>
internal static class SchemaUpdate
{
    private const string Earlier =
        "The database was made by a HwToken from before the first release, which this program cannot read; nothing of it was changed. "
        + "Keep it as it is, begin with another folder (--data) or database (--db), and import the lots again.";

    /// <summary>Tables of earlier programs, which may have noted no migration.</summary>
    private const string EarlierTables = "'credentials', 'schema_version'";

    /// <summary>Does nothing when the database is up to date; of several processes one does it.</summary>
    /// <exception cref="InvalidOperationException">The database is of another time than the program.</exception>
    /// <exception cref="StorageException">The database cannot be reached or cannot write.</exception>
    public static Task RunAsync(IDatabase database, CancellationToken cancellation) => database.MigrateAsync(
        async context =>
        {
            if (await IsMissingAsync(context, cancellation).ConfigureAwait(false))
            {
                await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
            }
        },
        cancellation);

    /// <returns>True when migrations have to be applied.</returns>
    /// <exception cref="InvalidOperationException">The database is of another time than the program.</exception>
    public static async Task<bool> IsMissingAsync(ValidationContext context, CancellationToken cancellation)
    {
        string[] known = [.. context.Database.GetMigrations()];
        string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)];
        if (applied.Except(known).Max(StringComparer.Ordinal) is { } unknown)
        {
            // A migration's name begins with its date.
            throw new InvalidOperationException(StringComparer.Ordinal.Compare(unknown, known[^1]) < 0
                ? Earlier
                : $"The database has the migration {unknown}, this program knows {known[^1]}: start the newer program.");
        }

        if (applied.Length == 0 && await HasEarlierTablesAsync(context.Database, cancellation).ConfigureAwait(false))
        {
            throw new InvalidOperationException(Earlier);
        }

        return applied.Length < known.Length;
    }

    private static async Task<bool> HasEarlierTablesAsync(DatabaseFacade database, CancellationToken cancellation)
    {
        string tables = database.IsNpgsql() ? "pg_tables WHERE schemaname = current_schema() AND tablename" : "sqlite_master WHERE type = 'table' AND name";
#pragma warning disable EF1002 // Both parts are constants of this class.
        return await database.SqlQueryRaw<int>($"SELECT 1 AS \"Value\" FROM {tables} IN ({EarlierTables})").AnyAsync(cancellation).ConfigureAwait(false);
#pragma warning restore EF1002
    }
}
