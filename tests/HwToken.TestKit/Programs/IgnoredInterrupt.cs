using System.Runtime.InteropServices;

namespace HwToken.TestKit;

/// <summary>While it lives this process ignores SIGINT, as after <c>dotnet test &amp;</c> or in a job of a build server; children inherit that.</summary>
public sealed class IgnoredInterrupt : IDisposable
{
    private const nint Ignore = 1;

    private readonly nint _before = signal(Signals.Interrupt, Ignore);

    /// <inheritdoc/>
    public void Dispose() => _ = signal(Signals.Interrupt, _before);

#pragma warning disable SYSLIB1054 // A source-generated import wants unsafe code for nothing.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint signal(int number, nint handler);
#pragma warning restore SYSLIB1054
}
