using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HwToken.TestKit;

/// <summary>Signals to programs under test.</summary>
internal static class Signals
{
    /// <summary>What Ctrl-C sends.</summary>
    public const int Interrupt = 2;

    /// <summary>The polite request to end.</summary>
    public const int Terminate = 15;

    /// <summary>
    /// A shell starts background jobs with SIGINT ignored, children inherit that, and .NET leaves an ignored signal ignored: under
    /// such a runner Ctrl-C would do nothing to the program under test. <c>env</c> of coreutils 8.31 or later gives the signal its
    /// default back and becomes the program, under the same process number.
    /// </summary>
    private static readonly Lazy<string[]> Reset = new(() => OperatingSystem.IsLinux() && Peer.Find("env") is not null && CanReset("env") ? ["env", "--default-signal=INT"] : []);

    /// <summary>The command under which a program can be interrupted, however the tests were started.</summary>
    public static string[] Deliverable(params string[] command) => [.. Reset.Value, .. command];

    /// <summary>Sends a signal.</summary>
    /// <exception cref="PlatformNotSupportedException">There are no signals.</exception>
    public static void Send(Process process, int signal)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Windows has no signals: skip the test there.");
        }

        _ = kill(process.Id, signal);
    }

    private static bool CanReset(string env)
    {
        using Process? probe = Process.Start(new ProcessStartInfo(env, ["--default-signal=INT", "true"]) { RedirectStandardError = true });
        probe?.WaitForExit();
        return probe?.ExitCode == 0;
    }

#pragma warning disable SYSLIB1054 // A source-generated import wants unsafe code for nothing.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
#pragma warning restore SYSLIB1054
}
