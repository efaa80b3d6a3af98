using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

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
        string[] applied = await HasTableAsync(context, History, cancellation).ConfigureAwait(false)
            ? [.. await TextsAsync(context, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", cancellation).ConfigureAwait(false)]
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
            return await HasTableAsync(context, EarlierTables, cancellation).ConfigureAwait(false) ? throw new InvalidOperationException(Earlier) : SchemaState.Empty;
        }

        return applied.Length < known.Length ? SchemaState.Behind : SchemaState.Current;
    }

    private static async Task<bool> HasTableAsync(ValidationContext context, string names, CancellationToken cancellation)
    {
        string tables = context.Database.IsNpgsql() ? "pg_tables WHERE schemaname = current_schema() AND tablename" : "sqlite_master WHERE type = 'table' AND name";
        return (await TextsAsync(context, $"SELECT '' FROM {tables} IN ({names})", cancellation).ConfigureAwait(false)).Count > 0;
    }

    /// <summary>Not by EF Core: it would build a model of its own for this table at each start.</summary>
    private static Task<List<string>> TextsAsync(ValidationContext context, string sql, CancellationToken cancellation) =>
        PlainSql.ReadAsync(context, sql, row => row.GetString(0), cancellation);
}
