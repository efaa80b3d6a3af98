using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>
/// Whose turn it is to write, among the processes that share a SQLite file. SQLite itself only polls, with pauses up to 100 ms; here the kernel
/// wakes whoever waits. A convenience, not the guard: who does not get the turn within a second, or at all, goes on without it, and SQLite's own
/// lock decides. A process that dies gives its turn back. On Linux alone.
/// </summary>
internal sealed partial class WriterTurn : IDisposable
{
    private const int Exclusive = 2;
    private const int NonBlocking = 4;
    private const int Unlock = 8;
    private const int InterruptedCall = 4;
    private const int WouldBlock = 11;
    private const int OpenReadWriteCreateCloseOnExec = 0x80042;
    private const int OwnerReadsAndWrites = 0b110_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TimeSpan patience;
    private readonly string? path;
    private readonly Func<SafeFileHandle, int, int> call;
    private SafeFileHandle? file;
    private Wait? waiting;
    private bool isHeld;

    /// <param name="databasePath">Path of the SQLite file; the turn is a file beside it (a second handle on the file itself would,
    /// when closed, drop SQLite's locks).</param>
    /// <param name="call">Takes and gives the lock (flock) and answers 0 or the error's number; null: the kernel's.</param>
    /// <param name="patience">How long to wait for the turn at most; null: a second.</param>
    public WriterTurn(string? databasePath, Func<SafeFileHandle, int, int>? call = null, TimeSpan? patience = null)
    {
        this.patience = patience ?? Patience;
        path = OperatingSystem.IsLinux() && databasePath is not null ? databasePath + "-turn" : null;
        this.call = call ?? Flock;
    }

    /// <summary>Waits for the turn, a second at most.</summary>
    /// <returns>False: go on without it.</returns>
    public async ValueTask<bool> TakeAsync()
    {
        // Somebody holds it for long (stopped, perhaps): nobody waits twice.
        if (path is null || waiting is { Task.IsCompleted: false })
        {
            return false;
        }

        file ??= Open(path);
        if (file is null)
        {
            return false;
        }

        int error = call(file, Exclusive | NonBlocking);
        if (error == WouldBlock)
        {
            waiting = new Wait(this, file);
            error = await waiting.ForAsync(patience).ConfigureAwait(false);
        }

        return isHeld = error == 0;
    }

    /// <summary>Gives the turn on, if this process has it.</summary>
    public void Give()
    {
        if (isHeld)
        {
            isHeld = false;
            call(file!, Unlock);
        }
    }

    public void Dispose() => file?.Dispose();

    /// <summary>Not by .NET: it takes a lock of its own on what it opens, and fails while somebody writes.</summary>
    private static SafeFileHandle? Open(string path)
    {
        var handle = new SafeFileHandle(OpenFile(path, OpenReadWriteCreateCloseOnExec, OwnerReadsAndWrites), ownsHandle: true);
        return handle.IsInvalid ? null : handle;
    }

    private static int Flock(SafeFileHandle file, int operation)
    {
        while (Lock(file, operation) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error != InterruptedCall)
            {
                return error;
            }
        }

        return 0;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint OpenFile(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);

    /// <summary>A wait in the kernel, which cannot be called off: when it comes back too late, the turn is given on at once.</summary>
    private sealed class Wait
    {
        private const int TimedOut = -1;
        private readonly Lock gate = new();
        private bool isLate;

        public Wait(WriterTurn turn, SafeFileHandle file) => Task = System.Threading.Tasks.Task.Run(() =>
        {
            int error = turn.call(file, Exclusive);
            lock (gate)
            {
                if (isLate && error == 0)
                {
                    turn.call(file, Unlock);
                }
            }

            return error;
        });

        public Task<int> Task { get; }

        public async Task<int> ForAsync(TimeSpan patience)
        {
            try
            {
                return await Task.WaitAsync(patience).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                lock (gate)
                {
                    isLate = !Task.IsCompleted;
                }

                return isLate ? TimedOut : await Task.ConfigureAwait(false);
            }
        }
    }
}
