using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace HwToken.HostSim.Tests.Commands;

/// <summary>The simulator dies in the middle of its work, again and again.</summary>
public sealed class SimKillTests : IDisposable
{
    private const int Kills = 50;
    private const int Workers = 4;

    private readonly TempFolder data = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Killed_fifty_times_it_tells_no_code_twice_and_its_leases_go_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A killed process there may hold its files for a while.");
        var told = new ConcurrentQueue<(string, ulong)>();
        string[] leases = [];
        for (int kill = 0; kill < Kills; kill++)
        {
            using OwnProgram program = HostSimProcess.Start("sim", "--url", "http://127.0.0.1:0", "--data", data.Path);
            using var http = new HttpClient { BaseAddress = await program.ListensAsync(), Timeout = Timeout.InfiniteTimeSpan };
            if (leases.Length == 0)
            {
                leases = await LeaseAsync(http);
            }

            int left = 5 + (kill * 7 % 20);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task[] work = [.. leases.Select(lease => WorkAsync(http, lease, code =>
            {
                told.Enqueue(code);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    enough.SetResult();
                }
            }))];
            await Task.WhenAny(enough.Task, Task.WhenAll(work));
            program.Kill();
            await Task.WhenAll(work);
        }

        Assert.True(told.Count >= 5 * Kills, $"only {told.Count} codes were told");
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    private static async Task<string[]> LeaseAsync(HttpClient http)
    {
        await DoAsync(http, "pools", new { name = "shop", random = "HOTP", count = Workers });
        var leases = new List<string>();
        for (int worker = 0; worker < Workers; worker++)
        {
            leases.Add((await DoAsync(http, "leases", new { pool = "shop", seconds = 86_400 })).GetProperty("id").GetString()!);
        }

        return [.. leases];
    }

    /// <summary>Asks for one code after the other until nobody answers any more.</summary>
    private static async Task WorkAsync(HttpClient http, string lease, Action<(string, ulong)> tell)
    {
        try
        {
            while (true)
            {
                JsonElement code = await DoAsync(http, $"leases/{lease}/code", new { });
                tell((code.GetProperty("credentialId").GetString()!, code.GetProperty("movingFactor").GetUInt64()));
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    private static async Task<JsonElement> DoAsync(HttpClient http, string path, object body)
    {
        HttpResponseMessage answer = await http.PostAsJsonAsync("/sim/v1/" + path, body, Cancel);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
