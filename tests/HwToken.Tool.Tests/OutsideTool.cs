using System.Diagnostics;

namespace HwToken.Tool.Tests;

/// <summary>Programs of others that the project is compared with.</summary>
internal static class OutsideTool
{
    /// <summary>Skips a test whose tool is missing; in CI a missing tool fails.</summary>
    public static void Need(params string[] tools)
    {
        foreach (string tool in tools)
        {
            bool isThere = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
            if (!isThere && Environment.GetEnvironmentVariable("CI") != "true")
            {
                Assert.Skip($"{tool} is not installed.");
            }

            Assert.True(isThere, $"{tool} is missing.");
        }
    }

    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await error;
        return output;
    }
}
