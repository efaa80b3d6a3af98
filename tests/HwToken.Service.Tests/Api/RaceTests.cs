using HwToken.Service.Tests.Api.Support;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;

namespace HwToken.Service.Tests.Api;

/// <summary>One code, once, over HTTP; and no more guesses than the lock allows.</summary>
public abstract class RaceTests
{
    private const int Clients = 64;
    private const int Rounds = 1000;
    private const int GuessRounds = 50;
    private const string Wrong = "RMCFXLGN001028E";

    /// <param name="connection">Null: SQLite.</param>
    protected static async Task RaceServersAsync(string? connection)
    {
        using var folder = new TempFolder();
        var options = new ValidationOptions { DataFolder = folder.Path, Connection = connection };
        await using ValidationSystem system = await ValidationSystem.OpenAsync(options);
        string key = (await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "test")).Secret;
        string database = connection ?? DatabaseOptions.Parse(null, folder.Path).ConnectionString;
        using ServerProcess one = await ServerProcess.StartAsync(folder.Path, database, options.KeyFilePath);
        using ServerProcess two = await ServerProcess.StartAsync(folder.Path, database, options.KeyFilePath);
        using var first = new ApiClient(one.Address, key);
        using var second = new ApiClient(two.Address, key);

        int[] accepted = await RaceAsync(system, [first, second], Rounds);
        Assert.Equal(Rounds, accepted.Length);
        Assert.All(accepted, count => Assert.Equal(1, count));
        Assert.All(await GuessAsync(system, [first, second], GuessRounds), compared => Assert.Equal(10, compared));
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    /// <returns>How often the code of each round was accepted.</returns>
    private protected static Task<int[]> RaceAsync(ValidationSystem system, ApiClient[] servers, int rounds) => RoundsAsync(
        system, "DPHT1000", rounds, (token, i) => servers[i % servers.Length].ValidateAsync(token.Id, token.Code(0)), "accepted");

    /// <returns>How many wrong codes of each round were compared.</returns>
    private protected static Task<int[]> GuessAsync(ValidationSystem system, ApiClient[] servers, int rounds) => RoundsAsync(
        system, "DPHT2000", rounds, (token, i) => servers[i % servers.Length].ValidateAsync(token.Id, token.WrongCode(salt: i)), Wrong);

    private static async Task<int[]> RoundsAsync(
        ValidationSystem system, string prefix, int rounds, Func<TestToken, int, Task<string>> attempt, string counted)
    {
        TestToken[] tokens = [.. Enumerable.Range(0, rounds).Select(i => new TestToken($"{prefix}{i:D4}"))];
        await TestTokens.AddAsync(system, tokens);
        var counts = new int[rounds];
        for (int round = 0; round < rounds; round++)
        {
            TestToken token = tokens[round];
            string[] answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => attempt(token, i)));
            counts[round] = answers.Count(answer => answer == counted);
        }

        return counts;
    }
}

/// <summary>On SQLite, and that the races see a fault.</summary>
public sealed class SqliteRaceTests : RaceTests
{
    [Fact]
    public Task Over_1000_rounds_64_clients_get_one_code_accepted_once_each_with_two_servers() => RaceServersAsync(null);

    [Fact]
    public async Task The_race_over_HTTP_sees_a_server_that_reads_and_then_writes()
    {
        await using LocalApi api = await LocalApi.StartAsync(service: Faulty);
        using ApiClient client = api.Client(api.PartyKey);
        Assert.Contains(await RaceAsync(api.System, [client], 50), accepted => accepted > 1);
    }

    [Fact]
    public async Task The_lock_race_over_HTTP_sees_a_server_that_reads_and_then_writes()
    {
        await using LocalApi api = await LocalApi.StartAsync(service: Faulty);
        using ApiClient client = api.Client(api.PartyKey);
        Assert.Contains(await GuessAsync(api.System, [client], 10), compared => compared > 10);
    }

    private static ValidationService Faulty(LocalApi api)
    {
        var rules = new ValidationRules();
        return new ValidationService(new ReadThenWriteStore(api.System, rules), api.Clock);
    }
}

/// <summary>On PostgreSQL: a class of its own, so that it runs beside the other one.</summary>
public sealed class PostgresRaceTests(PostgresServer postgres) : RaceTests
{
    [Fact]
    public async Task Over_1000_rounds_64_clients_get_one_code_accepted_once_each_with_two_servers() =>
        await RaceServersAsync(await postgres.NewDatabaseAsync());
}
