using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Storage;
using Npgsql;

namespace HwToken.Service.Tests.Api.Support;

/// <summary>A database, its customers, and what they were answered.</summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    private const int Workers = 8;
    private const int Seed = 20260101;

    private readonly TempFolder folder = new();
    private readonly Random random = new(Seed);
    private readonly CrashWorker[] workers = [.. Enumerable.Range(0, Workers).Select(i => new CrashWorker(new TestToken($"DPHT3000{i:D4}")))];
    private readonly ValidationOptions options;
    private readonly string connection;

    private int answered;

    private CrashWorld(string? connection)
    {
        options = new ValidationOptions { DataFolder = folder.Path, Connection = connection };
        this.connection = connection ?? DatabaseOptions.Parse(null, folder.Path).ConnectionString;
    }

    public string Key { get; private set; } = "";

    public static async Task<CrashWorld> OpenAsync(string? connection)
    {
        var world = new CrashWorld(connection);
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
