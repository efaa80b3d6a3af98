using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Storage;

public sealed class SqliteStorageTests : StorageTests
{
    protected override Task<string> ConnectionAsync(string folder) => Task.FromResult(DatabaseOptions.Parse(null, folder).ConnectionString);

    [Fact]
    public async Task The_file_is_in_WAL_mode_with_full_synchronisation()
    {
        using var folder = new TempFolder();
        await using var database = new SqliteDatabase(await ConnectionAsync(folder.Path));
        Assert.Equal("wal", await database.ReadAsync(context => context.Database.SqlQueryRaw<string>("PRAGMA journal_mode").AsAsyncEnumerable().SingleAsync().AsTask(), CancellationToken.None));
        Assert.Equal(2, await database.WriteAsync(context => context.Database.SqlQueryRaw<int>("PRAGMA synchronous").AsAsyncEnumerable().SingleAsync().AsTask(), CancellationToken.None));
    }

    [Theory]
    [InlineData("Host=db;Database=x", DatabaseKind.Postgres)]
    [InlineData("Server=db;Database=x", DatabaseKind.Postgres)]
    [InlineData("Data Source=/somewhere/x.db", DatabaseKind.Sqlite)]
    [InlineData(null, DatabaseKind.Sqlite)]
    public void The_connection_string_tells_the_database(string? connection, DatabaseKind kind) =>
        Assert.Equal(kind, DatabaseOptions.Parse(connection, "data").Kind);

    [Fact]
    public async Task A_data_folder_may_have_any_name()
    {
        using var folder = new TempFolder();
        string odd = Path.Combine(folder.Path, "a;b='c' \"d\", Mode=Memory");
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = odd }))
        {
            Assert.Null(await system.Readiness.CheckAsync());
        }

        Assert.True(File.Exists(Path.Combine(odd, DatabaseOptions.FileName)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("User=x;Password=geheim")]
    public void Anything_else_is_refused_without_being_repeated(string connection) =>
        Assert.DoesNotContain("geheim", Assert.Throws<ArgumentException>(() => DatabaseOptions.Parse(connection, "data")).ToString(), StringComparison.Ordinal);
}
