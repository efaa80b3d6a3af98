using System.IO.Compression;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Migrations;
using HwToken.Validation.Storage.Model;
using HwToken.Validation.Storage.Sqlite;
using HwToken.Validation.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Storage.Migrations;

public sealed class SqliteMigrationTests : MigrationTests
{
    internal override Task<IDatabase> EmptyAsync(string folder) => Task.FromResult<IDatabase>(new SqliteDatabase(DatabaseOptions.Parse(null, folder).ConnectionString));

    internal override ValidationContext Model() => new SqliteContextFactory().CreateDbContext([]);

    /// <summary>The folder was made by <c>keys new</c> of the program as it was the day before the first release's schema.</summary>
    [Fact]
    public async Task A_service_folder_from_before_the_first_release_is_refused_and_stays_as_it_is()
    {
        using var folder = new TempFolder();
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "folder-before-first-release.zip"), folder.Path);
        string database = Path.Combine(folder.Path, DatabaseOptions.FileName);
        string keys = Path.Combine(folder.Path, "master.keys");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (byte[] Database, byte[] Keys) before = (await File.ReadAllBytesAsync(database), await File.ReadAllBytesAsync(keys));
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder.Path }));
        Assert.Contains("import the lots again", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Database, await File.ReadAllBytesAsync(database));
        Assert.Equal(before.Keys, await File.ReadAllBytesAsync(keys));
    }

    /// <summary>EF Core would wait for ever for a process that was killed during a migration.</summary>
    [Fact]
    public async Task A_start_that_was_killed_during_a_migration_stops_no_later_one()
    {
        using var folder = new TempFolder();
        await using IDatabase database = await EmptyAsync(folder.Path);
        await database.WriteAsync(
            context => context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')"),
            CancellationToken.None);
        await SchemaUpdate.RunAsync(database, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await database.ReadAsync(context => context.Chains.CountAsync(), CancellationToken.None));
    }

    [Fact]
    public async Task One_process_at_a_time_has_the_turn()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "x.db");
        using (FileStream? turn = await MigrationTurn.TakeAsync(path, CancellationToken.None))
        {
            using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MigrationTurn.TakeAsync(path, impatient.Token));
        }

        using FileStream? next = await MigrationTurn.TakeAsync(path, CancellationToken.None);
        Assert.NotNull(next);
        Assert.Null(await MigrationTurn.TakeAsync(":memory:", CancellationToken.None));
    }
}
