using HwToken.Service.Tests.Api.Support;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Storage;
using Npgsql;

namespace HwToken.Service.Tests.Api;

/// <summary>The server, or the database under it, is killed under load, again and again; what was answered stays true.</summary>
public sealed class CrashTests(PostgresServer shared)
{
    private const int Kills = 50;
    private const int DatabaseKills = 8;
    private const int Workers = 8;
    private const int Seed = 20260101;

    [Fact]
    public Task After_kill_9_no_accepted_code_is_accepted_again_and_no_rejected_one_has_moved_anything_on_SQLite() => KillServersAsync(null);

    [Fact]
    public async Task After_kill_9_no_accepted_code_is_accepted_again_and_no_rejected_one_has_moved_anything_on_PostgreSQL() =>
        await KillServersAsync(await shared.NewDatabaseAsync());

    [Fact]
    public async Task After_kill_9_of_PostgreSQL_itself_the_same_holds_and_the_server_goes_on()
    {
        await using PostgresServer postgres = PostgresServer.Own();
        await using World world = await World.OpenAsync(await postgres.NewDatabaseAsync());
        using ServerProcess server = await world.ServeAsync();
        using var client = new ApiClient(server.Address, world.Key);
        for (int kill = 0; kill < DatabaseKills; kill++)
        {
            await world.LoadAsync(client, postgres.KillAndStartAsync);
            await world.CheckAsync(client);
        }

        await world.FinishAsync(DatabaseKills);
    }

    /// <summary>The planted fault: a database that answers before its log is written. The check must see it.</summary>
    [Fact]
    public async Task The_check_sees_a_database_that_answers_before_it_is_durable()
    {
        await using PostgresServer postgres = PostgresServer.Own("wal_writer_delay=10s");
        string connection = await postgres.NewDatabaseAsync();
        await using World world = await World.OpenAsync(connection);
        string hasty = new NpgsqlConnectionStringBuilder(connection) { Options = "-c synchronous_commit=off" }.ConnectionString;
        using ServerProcess server = await world.ServeAsync(hasty);
        using var client = new ApiClient(server.Address, world.Key);
        bool isSeen = false;
        for (int kill = 0; kill < DatabaseKills && !isSeen; kill++)
        {
            await world.LoadAsync(client, postgres.KillAndStartAsync);
            isSeen = await Record.ExceptionAsync(() => world.CheckAsync(client)) is Xunit.Sdk.XunitException;
        }

        Assert.True(isSeen, "codes that were lost with the log were not missed");
    }

    private static async Task KillServersAsync(string? connection)
    {
        await using World world = await World.OpenAsync(connection);
        for (int kill = 0; kill <= Kills; kill++)
        {
            using ServerProcess server = await world.ServeAsync();
            using var client = new ApiClient(server.Address, world.Key);
            await world.CheckAsync(client);
            if (kill < Kills)
            {
                await world.LoadAsync(client, server.KillAsync);
            }
        }

        await world.FinishAsync(Kills);
    }

    /// <summary>A database, its customers, and what they were answered.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly TempFolder folder = new();
        private readonly Random random = new(Seed);
        private readonly CrashWorker[] workers = [.. Enumerable.Range(0, Workers).Select(i => new CrashWorker(new TestToken($"DPHT3000{i:D4}")))];
        private readonly ValidationOptions options;
        private readonly string connection;

        private int answered;

        private World(string? connection)
        {
            options = new ValidationOptions { DataFolder = folder.Path, Connection = connection };
            this.connection = connection ?? DatabaseOptions.Parse(null, folder.Path).ConnectionString;
        }

        public string Key { get; private set; } = "";

        public static async Task<World> OpenAsync(string? connection)
        {
            var world = new World(connection);
            await using ValidationSystem system = await ValidationSystem.OpenAsync(world.options);
            world.Key = (await system.ApiKeys.CreateAsync(ApiRole.Operator, "test")).Secret;
            await TestTokens.AddAsync(system, world.workers.Select(worker => worker.Token));
            return world;
        }

        public Task<ServerProcess> ServeAsync(string? otherConnection = null) => ServerProcess.StartAsync(folder.Path, otherConnection ?? connection, options.KeyFilePath);

        /// <summary>The kill comes after so many answers, in the middle of whatever is under way then.</summary>
        public async Task LoadAsync(ApiClient client, Func<Task> killAsync)
        {
            var countdown = new Countdown(random.Next(5, 60));
            Task[] load = [.. workers.Select(worker => worker.LoadAsync(client, countdown))];
            answered += await countdown.Reached;
            await killAsync();
            countdown.End();
            await Task.WhenAll(load);
        }

        public async Task CheckAsync(ApiClient client)
        {
            foreach (CrashWorker worker in workers)
            {
                await worker.CheckAsync(client);
            }
        }

        public async Task FinishAsync(int kills)
        {
            Assert.True(answered > 20 * kills, $"{answered} answers are no load: this test shows nothing");
            await using ValidationSystem after = await ValidationSystem.OpenAsync(options);
            Assert.True((await after.Audit.VerifyAsync()).IsSound);
        }

        public ValueTask DisposeAsync()
        {
            NpgsqlConnection.ClearAllPools();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
