using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>The server is killed under load, again and again; what was answered stays true.</summary>
public abstract class CrashTests
{
    private const int Kills = 50;

    /// <param name="connection">Null: SQLite.</param>
    protected static async Task KillServersAsync(string? connection)
    {
        await using CrashWorld world = await CrashWorld.OpenAsync(connection);
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
}

/// <summary>On SQLite.</summary>
public sealed class SqliteCrashTests : CrashTests
{
    [Fact]
    public Task After_kill_9_no_accepted_code_is_accepted_again_and_no_rejected_one_has_moved_anything() => KillServersAsync(null);
}

/// <summary>On PostgreSQL: a class of its own, so that it runs beside the other one.</summary>
public sealed class PostgresCrashTests(PostgresServer postgres) : CrashTests
{
    [Fact]
    public async Task After_kill_9_no_accepted_code_is_accepted_again_and_no_rejected_one_has_moved_anything() =>
        await KillServersAsync(await postgres.NewDatabaseAsync());
}
