using System.Diagnostics;
using System.Globalization;
using HwToken.Validation;
using HwToken.Validation.Outcomes;

namespace HwToken.Benchmarks.Validation;

/// <summary>
/// Durable validations a second and their p50 and p99 on SQLite and PostgreSQL, at the service and over HTTP, next to pgbench's simple-update on the same server in the same run;
/// and the memory of a service with many credentials. Arguments: <c>[--postgres CONNECTION [--pgbench PROGRAM]] [--sqlite no] [--seconds 10]
/// [--clients 16] [--credentials 2000]</c>.
/// </summary>
internal static class ValidationBenchmark
{
    private const int WarmUpSeconds = 5;

    public static async Task RunAsync(string[] args)
    {
        Dictionary<string, string> options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        int seconds = Number(options, "--seconds", 10);
        int clients = Number(options, "--clients", 16);
        int credentials = Number(options, "--credentials", 2000);
        if (options.GetValueOrDefault("--sqlite") != "no")
        {
            await DatabaseAsync("SQLite", null, credentials, clients, seconds).ConfigureAwait(false);
        }

        if (options.TryGetValue("--postgres", out string? postgres))
        {
            await DatabaseAsync("PostgreSQL", postgres, credentials, clients, seconds).ConfigureAwait(false);
            if (options.TryGetValue("--pgbench", out string? program))
            {
                await Pgbench.RunAsync(program, postgres, clients, seconds).ConfigureAwait(false);
            }
        }
    }

    private static async Task DatabaseAsync(string name, string? connection, int credentials, int clients, int seconds)
    {
        string folder = Directory.CreateTempSubdirectory("hwbench").FullName;
        try
        {
            ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder, Connection = connection }).ConfigureAwait(false);
            await using (system.ConfigureAwait(false))
            {
                long started = Stopwatch.GetTimestamp();
                BenchToken[] tokens = await BenchToken.AddAsync(system, credentials, clients * 100).ConfigureAwait(false);
                double load = Stopwatch.GetElapsedTime(started).TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {credentials} credentials loaded in {load:F1} s, {clients} clients"));
                await MeasureAsync($"{name}, service", (id, code) => IsAcceptedAsync(system, id, code), tokens, clients, seconds).ConfigureAwait(false);
                await MeasureAsync($"{name}, service", (id, code) => IsAcceptedAsync(system, id, code), tokens, 1, seconds).ConfigureAwait(false);
                HttpServer server = await HttpServer.StartAsync(system).ConfigureAwait(false);
                await using (server.ConfigureAwait(false))
                {
                    await MeasureAsync($"{name}, HTTP", server.ValidateAsync, tokens, clients, seconds).ConfigureAwait(false);
                }

                using var me = Process.GetCurrentProcess();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{name}: {me.WorkingSet64 >> 20} MiB working set, {GC.GetTotalMemory(true) >> 20} MiB managed heap"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> IsAcceptedAsync(ValidationSystem system, string id, string code) =>
        await system.Service.ValidateAsync(id, code, "bench").ConfigureAwait(false) is AttemptOutcome.Accepted;

    private static async Task MeasureAsync(string name, Func<string, string, Task<bool>> isAccepted, BenchToken[] tokens, int clients, int seconds)
    {
        await Load.RunAsync(isAccepted, tokens, clients, WarmUpSeconds).ConfigureAwait(false);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Load result = await Load.RunAsync(isAccepted, tokens, clients, seconds).ConfigureAwait(false);
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / result.SortedMilliseconds.Length;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, {clients} clients: {result.PerSecond:F0} accepted codes/s, p50 {result.Percentile(50):F2} ms, p99 {result.Percentile(99):F2} ms, {cpu:F0} us of this process's CPU each"));
    }

    private static int Number(Dictionary<string, string> options, string name, int otherwise) =>
        options.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
