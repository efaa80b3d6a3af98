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

    [Fact]
    public async Task A_migration_that_is_cut_off_leaves_nothing_and_the_next_start_does_it()
    {
        using var folder = new TempFolder();
        await using IDatabase database = await EmptyAsync(folder.Path);
        await Assert.ThrowsAsync<OperationCanceledException>(() => database.MigrateAsync<int>(
            async context =>
            {
                await context.Database.MigrateAsync();
                throw new OperationCanceledException();
            },
            CancellationToken.None));
        Assert.Equal(SchemaState.Empty, await UpdateAsync(database));
        Assert.Equal(SchemaState.Current, await UpdateAsync(database));
    }
}
