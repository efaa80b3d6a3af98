using System.Diagnostics;

namespace HwToken.TestKit.Validation;

/// <summary>Database servers refuse to run as root: then they, and what tends them, run as the user that Debian's package has made.</summary>
internal static class ServerUser
{
    private const string Name = "postgres";

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Gives a folder and what is in it to that user.</summary>
    public static async Task OwnAsync(string folder)
    {
        if (IsRoot)
        {
            await CheckAsync(StartAs("chown", "-R", Name, folder), "chown");
        }
    }

    /// <summary>Starts a program and reads what it says, so that it never waits for a reader.</summary>
    public static Process Start(params string[] command) => StartAs(IsRoot ? ["runuser", "-u", Name, "--", .. command] : command);

    /// <summary>Runs a program to its end.</summary>
    public static Task RunAsync(params string[] command) => CheckAsync(Start(command), command[0]);

    /// <summary>Runs a program to its end, as the tests' own user.</summary>
    public static Task RunAsSelfAsync(params string[] command) => CheckAsync(StartAs(command), command[0]);

    /// <summary>Ends a program with SIGTERM, which runuser passes on.</summary>
    public static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            await RunAsSelfAsync("kill", "-TERM", $"{process.Id}");
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static async Task CheckAsync(Process process, string what)
    {
        using (process)
        {
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{what} ended with {process.ExitCode}");
        }
    }

    private static Process StartAs(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
