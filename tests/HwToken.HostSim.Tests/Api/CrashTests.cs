using HwToken.HostSim.Tests.Api.Support;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Storage;
using HwToken.Validation.Tests.Support;

namespace HwToken.HostSim.Tests.Api;

/// <summary>The server is killed under load, again and again; what it has answered stays true.</summary>
public sealed class CrashTests
{
    private const int Kills = 50;
    private const int Workers = 8;
    private const int Seed = 20260101;

    [Fact]
    public async Task After_kill_9_no_accepted_code_is_accepted_again_and_no_rejected_one_has_moved_anything()
    {
        using var folder = new TempFolder();
        var options = new ValidationOptions { DataFolder = folder.Path };
        string database = DatabaseOptions.Parse(null, folder.Path).ConnectionString;
        string key;
        Worker[] workers = [.. Enumerable.Range(0, Workers).Select(i => new Worker(new TestToken($"DPHT3000{i:D4}")))];
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(options))
        {
            key = (await system.ApiKeys.CreateAsync(ApiRole.Operator, "test")).Secret;
            await TestToken.AddAsync(system, workers.Select(worker => worker.Token));
        }

        var random = new Random(Seed);
        int answered = 0;
        for (int kill = 0; kill <= Kills; kill++)
        {
            using ServerProcess server = await ServerProcess.StartAsync(folder.Path, database, options.KeyFilePath);
            using var client = new ApiClient(server.Address, key);
            foreach (Worker worker in workers)
            {
                await worker.CheckAsync(client);
            }

            if (kill == Kills)
            {
                break;
            }

            // The kill comes after so many answers, in the middle of whatever is under way then.
            var countdown = new Countdown(random.Next(5, 60));
            Task[] load = [.. workers.Select(worker => worker.LoadAsync(client, countdown))];
            answered += await countdown.Reached;
            await server.KillAsync();
            await Task.WhenAll(load);
        }

        Assert.True(answered > 20 * Kills, $"{answered} answers are no load: this test shows nothing");
        await using ValidationSystem after = await ValidationSystem.OpenAsync(options);
        Assert.True((await after.Audit.VerifyAsync()).IsSound);
    }

    private sealed class Countdown(int answers)
    {
        private readonly TaskCompletionSource<int> reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int done;

        public Task<int> Reached => reached.Task;

        public void Answered()
        {
            if (Interlocked.Increment(ref done) == answers)
            {
                reached.SetResult(answers);
            }
        }
    }

    /// <summary>One customer: right code, wrong code, right code, and so on; remembers what was answered.</summary>
    private sealed class Worker(TestToken token)
    {
        private long next;
        private bool isRightCodeUnderWay;

        public TestToken Token => token;

        public async Task LoadAsync(ApiClient client, Countdown countdown)
        {
            try
            {
                for (int i = 0; ; i++)
                {
                    isRightCodeUnderWay = i % 2 == 0;
                    string answer = await client.ValidateAsync(token.Id, isRightCodeUnderWay ? token.Code(next) : Wrong());
                    Assert.Equal(isRightCodeUnderWay ? "accepted" : "RMCFXLGN001028E", answer);
                    next += isRightCodeUnderWay ? 1 : 0;
                    isRightCodeUnderWay = false;
                    countdown.Answered();
                }
            }
            catch (HttpRequestException)
            {
                // The server is dead, and what was under way has no answer.
            }
            catch (IOException)
            {
            }
        }

        public async Task CheckAsync(ApiClient client)
        {
            long stored = await client.NextFactorAsync(token.Id);
            Assert.InRange(stored, next, isRightCodeUnderWay ? next + 1 : next);
            if (next > 0)
            {
                Assert.NotEqual("accepted", await client.ValidateAsync(token.Id, token.Code(next - 1)));
            }

            Assert.Equal(stored, await client.NextFactorAsync(token.Id));
            Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(stored)));
            (next, isRightCodeUnderWay) = (stored + 1, false);
        }

        /// <summary>Fits none of the counters around.</summary>
        private string Wrong() => Enumerable.Range(0, 100).Select(i => $"{(123_457 + (i * 7919)) % 1_000_000:D6}")
            .First(code => Enumerable.Range(-1, 14).All(i => token.Code(Math.Max(0, next + i)) != code));
    }
}
