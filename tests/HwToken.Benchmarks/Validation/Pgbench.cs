using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace HwToken.Benchmarks.Validation;

/// <summary>PostgreSQL's own benchmark, script simple-update (one UPDATE, one SELECT, one INSERT a transaction), on the same server.</summary>
internal static class Pgbench
{
    public static async Task RunAsync(string program, string connection, int clients, int seconds)
    {
        var where = new NpgsqlConnectionStringBuilder(connection);
        string[] server = ["-h", where.Host!, "-p", where.Port.ToString(CultureInfo.InvariantCulture), "-U", where.Username!, where.Database!];
        await StartAsync(program, where.Password, ["-i", "-q", "-s", "10", .. server], print: false).ConfigureAwait(false);
        string[] run = ["-N", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", $"{seconds}", .. server];
        await StartAsync(program, where.Password, run, print: true).ConfigureAwait(false);
    }

    private static async Task StartAsync(string program, string? password, string[] arguments, bool print)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = password ?? "";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(await errors.ConfigureAwait(false));
        }

        foreach (string line in output.Split('\n').Where(line => print && (line.Contains("tps", StringComparison.Ordinal) || line.Contains("latency average", StringComparison.Ordinal))))
        {
            Console.WriteLine($"pgbench simple-update: {line}");
        }
    }
}
