using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HwToken.Validation.Tests.Storage.Postgres;

/// <summary>Behind a real PgBouncer that hands out sessions by transaction, with fewer sessions than there are users of them.</summary>
public sealed class PgBouncerTests(PostgresServer server)
{
    private const int Tokens = 40;
    private const int Codes = 10;

    [Fact]
    public async Task Two_services_start_on_an_empty_database_and_every_sign_in_is_decided_once()
    {
        using var folder = new TempFolder();
        await using var pooler = await PgBouncer.StartAsync(await server.NewDatabaseAsync());
        var options = new ValidationOptions { DataFolder = folder.Path, Connection = pooler.ConnectionString };
        ValidationSystem[] systems = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ValidationSystem.OpenAsync(options))));
        TestToken[] tokens = [.. Enumerable.Range(0, Tokens).Select(i => new TestToken($"DPHT000000{i:D2}"))];
        await TestTokens.AddAsync(systems[0], tokens);
        foreach (int code in Enumerable.Range(0, Codes))
        {
            AttemptOutcome[] outcomes = await Task.WhenAll(tokens.SelectMany(token => systems.Select(system => system.Service.ValidateAsync(token.Id, token.Code(code), "test"))));
            Assert.Equal(Tokens, outcomes.Count(outcome => outcome is AttemptOutcome.Accepted));
        }

        Assert.True((await systems[1].Audit.VerifyAsync()).IsSound);
        foreach (ValidationSystem system in systems)
        {
            await system.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_pooler_is_noticed_and_nothing_is_prepared_behind_it()
    {
        string direct = await server.NewDatabaseAsync();
        await using var pooler = await PgBouncer.StartAsync(direct);
        Assert.Equal(0, await PreparedAsync(pooler.ConnectionString));
        Assert.NotEqual(0, await PreparedAsync(direct));
    }

    /// <summary>The planted fault: prepared statements, which the connection string may still ask for.</summary>
    [Fact]
    public async Task Prepared_statements_would_be_seen_to_fail()
    {
        await using var pooler = await PgBouncer.StartAsync(await server.NewDatabaseAsync());
        string prepared = pooler.ConnectionString + ";Max Auto Prepare=40;Auto Prepare Min Usages=1";
        await using PostgresDatabase database = await PostgresDatabase.OpenAsync(prepared, CancellationToken.None);
        Task<int>[] reads = [.. Enumerable.Range(0, 100).Select(i => database.ReadAsync(
            context => context.Database.SqlQueryRaw<int>("SELECT 1 AS \"Value\"").AsAsyncEnumerable().SingleAsync().AsTask(), CancellationToken.None))];
        await Assert.ThrowsAsync<StorageException>(() => Task.WhenAll(reads));
    }

    private static async Task<int> PreparedAsync(string connectionString)
    {
        await using NpgsqlDataSource source = await PostgresSource.OpenAsync(connectionString, CancellationToken.None);
        return new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxAutoPrepare;
    }
}
