using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Migrations;
using HwToken.Validation.Storage.Model;
using HwToken.Validation.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HwToken.Validation.Tests.Storage.Migrations;

/// <summary>A database of any age is brought up to date, or left alone with a word. The same tests for each kind.</summary>
public abstract class MigrationTests
{
    internal abstract Task<IDatabase> EmptyAsync(string folder);

    internal abstract ValidationContext Model();

    /// <summary>As a start does it.</summary>
    internal static Task<SchemaState> UpdateAsync(IDatabase database) => database.MigrateAsync(
        async context =>
        {
            SchemaState state = await SchemaUpdate.StateAsync(context, CancellationToken.None);
            await context.Database.MigrateAsync();
            return state;
        },
        CancellationToken.None);

    [Fact]
    public void The_model_has_no_change_that_no_migration_holds()
    {
        using ValidationContext model = Model();
        Assert.False(model.Database.HasPendingModelChanges(), "dotnet ef migrations add … (README of HwToken.Validation, Schema)");
    }

    [Fact]
    public void The_compiled_model_is_the_model()
    {
        using ValidationContext context = Model();
        IModel written = context.GetService<IDesignTimeModel>().Model;
        Assert.NotSame(written, context.Model);
        Assert.Equal(Lines(written), Lines(context.Model));
    }

    [Fact]
    public void The_statements_of_an_attempt_return_every_column_of_a_credential()
    {
        using ValidationContext model = Model();
        Assert.Equal(
            model.Model.FindEntityType(typeof(Credential))!.GetProperties().Select(property => property.Name).Order(), CredentialColumns.Properties.Order());
    }

    [Fact]
    public async Task A_database_that_is_newer_than_the_program_is_left_alone()
    {
        using var folder = new TempFolder();
        await using IDatabase database = await EmptyAsync(folder.Path);
        await UpdateAsync(database);
        await database.WriteAsync(
            context => context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Later', '99.0')"), CancellationToken.None);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => UpdateAsync(database));
        Assert.Contains("29991231235959_Later", refused.Message, StringComparison.Ordinal);
        Assert.Contains("start the newer program", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20261127175305_First', '10.0.15')")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    [InlineData("DROP TABLE \"__EFMigrationsHistory\"")]
    public async Task A_database_from_before_the_first_release_is_left_alone_with_the_way_on(string sql)
    {
        using var folder = new TempFolder();
        await using IDatabase database = await EmptyAsync(folder.Path);
        await UpdateAsync(database);
        await database.WriteAsync(context => context.Database.ExecuteSqlRawAsync(sql), CancellationToken.None);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => UpdateAsync(database));
        Assert.Contains("before the first release", refused.Message, StringComparison.Ordinal);
        Assert.Contains("begin with another folder", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What of a model decides how rows are read and written.</summary>
    private static string[] Lines(IModel model) =>
    [
        .. model.GetEntityTypes().OrderBy(type => type.Name, StringComparer.Ordinal).SelectMany(type => type.GetProperties().Select(one =>
                $"{type.ClrType.Name} {type.GetTableName()}: {one.Name} {one.GetColumnName()} {one.ClrType} null {one.IsNullable} token {one.IsConcurrencyToken} {one.ValueGenerated} "
                + $"{one.GetRelationalTypeMapping().StoreType} {one.GetAfterSaveBehavior()}")
            .Concat(type.GetKeys().Select(key => $"{type.ClrType.Name} key {string.Join(' ', key.Properties.Select(one => one.Name))} {key.IsPrimaryKey()}"))
            .Concat(type.GetIndexes().Select(index => $"{type.ClrType.Name} index {string.Join(' ', index.Properties.Select(one => one.Name))} {index.IsUnique}"))
            .Order(StringComparer.Ordinal)),
    ];
}
