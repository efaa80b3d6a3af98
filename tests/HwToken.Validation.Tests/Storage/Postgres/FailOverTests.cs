using System.Diagnostics;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage;

namespace HwToken.Validation.Tests.Storage.Postgres;

/// <summary>Primary and synchronous standby on one machine: the primary is killed under load, the standby promoted.</summary>
public sealed class FailOverTests(ITestOutputHelper output)
{
    private const int Workers = 8;
    private const int Before = 300;
    private const int After = 100;

    [Fact]
    public async Task After_a_fail_over_nothing_accepted_is_accepted_again_and_the_service_finds_the_new_primary_by_itself()
    {
        using var folder = new TempFolder();
        await using PostgresServer primary = PostgresServer.Own();
        string database = await primary.NewDatabaseAsync();
        await using StandbyServer standby = await StandbyServer.OfAsync(primary);

        // Set to answer early, as some databases are: the service asks for more.
        await primary.ExecuteAsync($"ALTER ROLE hwtoken SET synchronous_commit = off");
        await using ValidationSystem system = await ValidationSystem.OpenAsync(
            new ValidationOptions { DataFolder = folder.Path, Connection = standby.BothHosts(database) });
        TestToken[] tokens = [.. Enumerable.Range(0, Workers).Select(i => new TestToken($"DPHT0000000{i}"))];
        await TestTokens.AddAsync(system, tokens);

        int accepted = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var promoted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        long found = 0;
        Task[] load = [.. tokens.Select(token => Task.Run(async () =>
        {
            (int code, int last, int more, bool isChecked) = (0, -1, After, false);
            while (more > 0)
            {
                if (promoted.Task.IsCompleted && !isChecked && last >= 0)
                {
                    // The last code that was answered as accepted before the standby took over.
                    Assert.IsType<AttemptOutcome.Rejected>(await AnsweredAsync(system, token, last));
                    isChecked = true;
                }

                AttemptOutcome outcome = await AnsweredAsync(system, token, code);
                if (outcome is AttemptOutcome.Accepted)
                {
                    last = code;
                    more -= isChecked ? 1 : 0;
                    if (isChecked)
                    {
                        Interlocked.CompareExchange(ref found, Stopwatch.GetTimestamp(), 0);
                    }

                    if (Interlocked.Increment(ref accepted) == Before)
                    {
                        enough.SetResult();
                    }
                }

                // Refused: it was committed, and the answer was lost with the primary.
                code++;
            }

            Assert.IsType<AttemptOutcome.Rejected>(await AnsweredAsync(system, token, last));
        }))];

        await enough.Task;
        long killed = Stopwatch.GetTimestamp();
        await primary.KillAsync();
        await standby.PromoteAsync();
        promoted.SetResult();
        await Task.WhenAll(load);
        output.WriteLine($"from the kill of the primary to the first code accepted by the promoted standby: {Stopwatch.GetElapsedTime(killed, found).TotalSeconds:F1} s");
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    /// <summary>Asks until the database answers.</summary>
    private static async Task<AttemptOutcome> AnsweredAsync(ValidationSystem system, TestToken token, int code)
    {
        while (true)
        {
            try
            {
                return await system.Service.ValidateAsync(token.Id, token.Code(code), "test");
            }
            catch (StorageException)
            {
                await Task.Delay(20);
            }
        }
    }
}
