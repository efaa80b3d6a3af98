using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Migrations;
using HwToken.Validation.Storage.Model;
using HwToken.Validation.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Storage.Migrations;

/// <summary>A database of any age is brought up to date, or left alone with a word. The same tests for each kind.</summary>
public abstract class MigrationTests
{
    internal abstract Task<IDatabase> EmptyAsync(string folder);

    internal abstract ValidationContext Model();

    [Fact]
    public void The_model_has_no_change_that_no_migration_holds()
    {
        using ValidationContext model = Model();
        Assert.False(model.Database.HasPendingModelChanges(), "dotnet ef migrations add … (README of HwToken.Validation, Schema)");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_database_from_before_EF_Core_is_taken_over_with_what_it_holds(int number)
    {
        using var folder = new TempFolder();
        await using IDatabase database = await EmptyAsync(folder.Path);
        await database.MigrateAsync(context => context.Database.ExecuteSqlRawAsync(NumberedDatabase.Script(database.Kind, number)), CancellationToken.None);
        for (int start = 0; start < 2; start++)
        {
            await SchemaUpdate.RunAsync(database, CancellationToken.None);
            Assert.Equal(number - 1, await database.ReadAsync(context => context.Imports.CountAsync(), CancellationToken.None));
        }

        // The table has every column that the model asks for, and takes rows.
        await database.WriteAsync(
            async context =>
            {
                context.Credentials.Add(new CredentialRow { Id = "DPHT00000001", Secret = [1], Period = 30, Digits = 6 });
                return await context.SaveChangesAsync();
            },
            CancellationToken.None);
        Assert.Equal(1, await database.ReadAsync(context => context.Chains.CountAsync(), CancellationToken.None));
    }

    [Fact]
    public async Task A_database_that_is_newer_than_the_program_is_left_alone()
    {
        using var folder = new TempFolder();
        await using IDatabase database = await EmptyAsync(folder.Path);
        await SchemaUpdate.RunAsync(database, CancellationToken.None);
        await database.WriteAsync(
            context => context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Later', '99.0')"), CancellationToken.None);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SchemaUpdate.RunAsync(database, CancellationToken.None));
        Assert.Contains("29991231235959_Later", refused.Message, StringComparison.Ordinal);
        Assert.Contains("start the newer program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_nobody_knows_is_left_alone()
    {
        using var folder = new TempFolder();
        await using IDatabase database = await EmptyAsync(folder.Path);
        await database.MigrateAsync(
            context => context.Database.ExecuteSqlRawAsync("CREATE TABLE schema_version (version integer NOT NULL PRIMARY KEY); INSERT INTO schema_version VALUES (3)"),
            CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => SchemaUpdate.RunAsync(database, CancellationToken.None));
    }
}
