using System.Diagnostics;

namespace HwToken.Benchmarks.Validation;

/// <summary>Clients that validate one right code after the other, each with tokens of its own.</summary>
internal sealed record Load(double PerSecond, double[] SortedMilliseconds)
{
    public double Percentile(int percent) => SortedMilliseconds[Math.Min(SortedMilliseconds.Length - 1, SortedMilliseconds.Length * percent / 100)];

    public static async Task<Load> RunAsync(Func<string, string, Task<bool>> isAccepted, BenchToken[] tokens, int clients, int seconds)
    {
        long started = Stopwatch.GetTimestamp();
        List<double>[] times = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(isAccepted, tokens, client, clients, started, seconds)))).ConfigureAwait(false);
        double took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double[] all = [.. times.SelectMany(time => time).Order()];
        return new Load(all.Length / took, all);
    }

    private static async Task<List<double>> ClientAsync(Func<string, string, Task<bool>> isAccepted, BenchToken[] tokens, int client, int clients, long started, int seconds)
    {
        var times = new List<double>();
        for (int i = client; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; i += clients)
        {
            // Stepping by the number of clients keeps every token with one client, when their number divides that of the tokens.
            BenchToken token = tokens[i % (tokens.Length / clients * clients)];
            long begun = Stopwatch.GetTimestamp();
            bool accepted = await isAccepted(token.Id, token.NextCode()).ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (!accepted)
            {
                throw new InvalidOperationException("a right code was rejected");
            }
        }

        return times;
    }
}
