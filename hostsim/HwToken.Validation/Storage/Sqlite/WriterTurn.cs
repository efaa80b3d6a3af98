using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>
/// Whose turn it is to write, among the processes that share a SQLite file. SQLite itself only polls, with pauses up to 100 ms;
/// here the kernel wakes whoever waits. A convenience, not the guard: SQLite's own locks stand behind it, and a process that dies
/// gives its turn back.
/// </summary>
internal sealed partial class WriterTurn : IDisposable
{
    private const int Exclusive = 2;
    private const int Unlock = 8;
    private const int InterruptedCall = 4;
    private const int Attempts = 1000;
    private const int PauseMilliseconds = 10;

    private readonly SafeFileHandle? file;

    /// <param name="databasePath">Path of the SQLite file; the turn is a file beside it (a second handle on the file itself would,
    /// when closed, drop SQLite's locks).</param>
    public WriterTurn(string databasePath)
    {
        if (!OperatingSystem.IsWindows() && PathOf(databasePath) is { } path)
        {
            file = Open(path);

            // .NET keeps a shared lock of its own on what it opens: that would be a turn that is never given on.
            Call(Unlock);
        }
    }

    /// <summary>The file beside a SQLite file on which turns are taken; null when the database is no file.</summary>
    public static string? PathOf(string databasePath) => databasePath.Length > 0 && databasePath != ":memory:" ? databasePath + "-turn" : null;

    /// <summary>.NET tries a shared lock while it opens, and gives up at once when somebody is writing: a write is short.</summary>
    private static SafeFileHandle Open(string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (IOException) when (attempt < Attempts && File.Exists(path))
            {
                Thread.Sleep(PauseMilliseconds);
            }
        }
    }

    /// <summary>Waits for the turn.</summary>
    public void Take() => Call(Exclusive);

    /// <summary>Gives the turn on.</summary>
    public void Give() => Call(Unlock);

    public void Dispose() => file?.Dispose();

    private void Call(int operation)
    {
        while (file is not null && Lock(file, operation) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error != InterruptedCall)
            {
                throw new Win32Exception(error);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);
}
