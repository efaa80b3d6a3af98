using System.Diagnostics;

namespace HwToken.Interop;

/// <summary>A real program from another hand. Missing on this machine: the test is skipped; missing in CI: it fails.</summary>
internal static class Peer
{
    /// <summary>Skips the test when a program is not there, unless this is CI.</summary>
    public static void Demand(string program, string package)
    {
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        if (!isThere && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{program} is missing: .ci/run installs Debian's package {package}.");
        }

        Assert.SkipUnless(isThere, $"{program} is not installed (Debian's package {package}).");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its standard output, without the last line break.</returns>
    public static async Task<string> RunAsync(string program, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} exit {process.ExitCode}: {errors}");
        return output.TrimEnd('\n');
    }
}
