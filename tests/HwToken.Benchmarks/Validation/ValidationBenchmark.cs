using System.Diagnostics;
using System.Globalization;
using HwToken.Validation;

namespace HwToken.Benchmarks.Validation;

/// <summary>
/// Durable validations a second and their p99 on SQLite and PostgreSQL, next to pgbench's simple-update on the same server in the same run;
/// and the memory of a service with many credentials. Arguments: <c>[--postgres CONNECTION --pgbench PROGRAM] [--seconds 5]
/// [--clients 16] [--credentials 2000]</c>.
/// </summary>
internal static class ValidationBenchmark
{
    public static async Task RunAsync(string[] args)
    {
        Dictionary<string, string> options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        int seconds = Number(options, "--seconds", 5);
        int clients = Number(options, "--clients", 16);
        int credentials = Number(options, "--credentials", 2000);
        await DatabaseAsync("SQLite", null, credentials, clients, seconds).ConfigureAwait(false);
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
                await Load.RunAsync(system.Service, tokens, clients, 2).ConfigureAwait(false);
                Load result = await Load.RunAsync(system.Service, tokens, clients, seconds).ConfigureAwait(false);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {result.PerSecond:F0} accepted codes/s, p50 {result.Percentile(50):F2} ms, p99 {result.Percentile(99):F2} ms, {clients} clients, {credentials} credentials (loaded in {load:F1} s)"));
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

    private static int Number(Dictionary<string, string> options, string name, int otherwise) =>
        options.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
