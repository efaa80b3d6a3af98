using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Storage;

public abstract partial class StorageTests
{
    private const int Clients = 32;

    [Fact]
    public async Task One_code_raced_through_two_services_is_accepted_once()
    {
        await using ValidationSystem other = await ValidationSystem.OpenAsync(options);
        Assert.All(await RaceAsync(60, [system.Service, other.Service]), accepted => Assert.Equal(1, accepted));
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task The_race_sees_a_store_that_reads_and_then_writes()
    {
        ValidationService Faulty() => new(new ReadThenWriteStore(system, options.Rules), clock);
        Assert.Contains(await RaceAsync(60, [Faulty(), Faulty()]), accepted => accepted > 1);
    }

    [Fact]
    public async Task Parallel_guesses_cannot_outrun_the_lock()
    {
        await using ValidationSystem other = await ValidationSystem.OpenAsync(options);
        Assert.All(await GuessAsync(20, [system.Service, other.Service]), compared => Assert.Equal(10, compared));
    }

    [Fact]
    public async Task The_lock_race_sees_a_store_that_reads_and_then_writes()
    {
        ValidationService Faulty() => new(new ReadThenWriteStore(system, options.Rules), clock);
        Assert.Contains(await GuessAsync(20, [Faulty(), Faulty()]), compared => compared > 10);
    }

    /// <summary>Random orders of right, old, wrong and resync codes, with the desk unlocking: no accepted factor is ever at or below a former
    /// one, and no more than ten failures stand between two acceptances or unlocks.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_accepted_factor_is_ever_at_or_below_a_former_one(int seed)
    {
        var random = new Random(seed);
        TestToken token = await new TestToken($"DPHT0000010{seed}").AddAsync(system);
        (long last, int failures) = (-1, 0);
        for (int i = 0; i < 300; i++)
        {
            // A code that comes again within a minute would not be counted.
            clock.Advance(TimeSpan.FromSeconds(61));
            long factor = Math.Max(0, last + random.Next(-6, 13));
            AttemptOutcome outcome = random.Next(10) switch
            {
                0 => await system.Service.ResyncAsync(token.Id, token.Code(factor), token.Code(factor + random.Next(1, 3)), "test"),
                1 => await system.Service.TestAsync(token.Id, token.Code(factor), "test"),
                < 5 => await system.Service.ValidateAsync(token.Id, token.WrongCode(salt: i), "test"),
                _ => await system.Service.ValidateAsync(token.Id, token.Code(factor), "test"),
            };
            if (outcome is AttemptOutcome.Accepted accepted)
            {
                Assert.True(accepted.MovingFactor > last, $"seed {seed}, attempt {i}: {accepted.MovingFactor} after {last}");
                Assert.True(failures < 10, $"seed {seed}, attempt {i}: accepted after {failures} failures");
                (last, failures) = (accepted.MovingFactor, 0);
            }
            else if (((AttemptOutcome.Rejected)outcome).Reason == RejectReason.Locked)
            {
                Assert.Equal(10, failures);
                await system.Desk.ApplyAsync(token.Id, DeskVerb.Unlock, "desk");
                failures = 0;
            }
            else if (((AttemptOutcome.Rejected)outcome).Reason != RejectReason.CodesEqual)
            {
                failures++;
            }
        }

        Assert.True(last > 20, "hardly anything was accepted: this test shows nothing");
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    /// <returns>How many were accepted in each round; each round has a token of its own.</returns>
    private async Task<int[]> RaceAsync(int rounds, ValidationService[] services)
    {
        TestToken[] tokens = [.. Enumerable.Range(0, rounds).Select(i => new TestToken($"DPHT0001{i:D4}"))];
        await TestTokens.AddAsync(system, tokens);
        var accepted = new int[rounds];
        for (int round = 0; round < rounds; round++)
        {
            TestToken token = tokens[round];
            string code = token.Code(round % 11);
            AttemptOutcome[] outcomes = await TogetherAsync(i => services[i % services.Length].ValidateAsync(token.Id, code, "test"));
            accepted[round] = outcomes.Count(outcome => outcome is AttemptOutcome.Accepted);
        }

        return accepted;
    }

    /// <returns>How many guesses were compared for each token.</returns>
    private async Task<int[]> GuessAsync(int rounds, ValidationService[] services)
    {
        TestToken[] tokens = [.. Enumerable.Range(0, rounds).Select(i => new TestToken($"DPHT0002{i:D4}"))];
        await TestTokens.AddAsync(system, tokens);
        var compared = new int[rounds];
        for (int round = 0; round < rounds; round++)
        {
            TestToken token = tokens[round];
            AttemptOutcome[] outcomes = await TogetherAsync(i => services[i % services.Length].ValidateAsync(token.Id, token.WrongCode(salt: i), "test"));
            compared[round] = outcomes.Count(outcome => outcome is AttemptOutcome.Rejected { Reason: RejectReason.WrongCode });
        }

        return compared;
    }

    private static async Task<AttemptOutcome[]> TogetherAsync(Func<int, Task<AttemptOutcome>> attempt)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<AttemptOutcome>[] tasks = [.. Enumerable.Range(0, Clients).Select(async i =>
        {
            await go.Task;
            return await attempt(i);
        })];
        go.SetResult();
        return await Task.WhenAll(tasks);
    }
}
