using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Storage.Migrations;

/// <summary>Brings a database up to date. Migrations are made by <c>dotnet ef</c>; one that has been released is never changed.</summary>
internal static class SchemaUpdate
{
    /// <summary>Does nothing when the database is up to date; of several processes one does it.</summary>
    /// <exception cref="InvalidOperationException">The database is newer than the program.</exception>
    /// <exception cref="StorageException">The database cannot be reached or cannot write.</exception>
    public static Task RunAsync(IDatabase database, CancellationToken cancellation) => database.MigrateAsync(
        async context =>
        {
            await NumberedSchema.TakeOverAsync(context, cancellation).ConfigureAwait(false);
            string[] known = [.. context.Database.GetMigrations()];
            string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)];
            if (applied.Except(known).LastOrDefault() is { } newer)
            {
                throw new InvalidOperationException($"The database has the migration {newer}, this program knows {known[^1]}: start the newer program.");
            }

            if (applied.Length < known.Length)
            {
                await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
            }
        },
        cancellation);
}
