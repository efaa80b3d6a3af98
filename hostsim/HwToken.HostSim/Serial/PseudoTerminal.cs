using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HwToken.HostSim.Serial;

/// <summary>A pseudo-terminal in raw mode (posix_openpt, POSIX.1-2008): a host opens its other side as a real serial port.</summary>
internal sealed partial class PseudoTerminal : ISerialOffer
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const int Now = 0;
    private const int TermiosBytes = 128;

    private readonly SafeFileHandle _master;

    /// <summary>Held open, so that the line survives hosts that come and go.</summary>
    private readonly SafeFileHandle _slave;

    private PseudoTerminal(SafeFileHandle master, SafeFileHandle slave, string name)
    {
        _master = master;
        _slave = slave;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Opens a pair.</summary>
    /// <exception cref="PlatformNotSupportedException">Not on Linux.</exception>
    /// <exception cref="IOException">The system has none left.</exception>
    public static PseudoTerminal Open()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("--pty works on Linux. Use --listen 127.0.0.1:7000 here.");
        }

        int master = OpenMaster(ReadWrite | NoControllingTerminal);
        if (master < 0 || Grant(master) != 0 || Unlock(master) != 0)
        {
            throw new IOException("The system gives no pseudo-terminal. Close some terminals, or use --listen.");
        }

        string name = Marshal.PtrToStringUTF8(SlaveName(master)) ?? throw new IOException("The pseudo-terminal has no name. Use --listen.");
        var slave = File.OpenHandle(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        MakeRaw((int)slave.DangerousGetHandle());
        return new PseudoTerminal(new SafeFileHandle(master, ownsHandle: true), slave, name);
    }

    /// <inheritdoc/>
    public ValueTask<Stream> AcceptAsync(CancellationToken cancel) =>
        ValueTask.FromResult<Stream>(new FileStream(new SafeFileHandle(_master.DangerousGetHandle(), ownsHandle: false), FileAccess.ReadWrite, 1, isAsync: false));

    /// <summary>Who opens a terminal twice is known to the system alone: serial port libraries ask it for sole use (TIOCEXCL) and are refused there.</summary>
    public Task RefuseOthersAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _slave.Dispose();
        _master.Dispose();
    }

    /// <summary>No echo, no line editing, no translation: bytes as they are.</summary>
    private static void MakeRaw(int slave)
    {
        byte[] termios = new byte[TermiosBytes];
        if (GetAttributes(slave, termios) == 0)
        {
            RawAttributes(termios);
            _ = SetAttributes(slave, Now, termios);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    private static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname")]
    private static partial nint SlaveName(int master);

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(int descriptor, [Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void RawAttributes([In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(int descriptor, int when, byte[] termios);
}
