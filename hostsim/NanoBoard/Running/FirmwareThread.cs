using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace NanoBoard.Running;

/// <summary>
/// A thread that runs a firmware in strict hand-off: either it or the caller runs, never both. Threads are lent to boards
/// that are awake and go back to a pool; a board that sleeps holds none.
/// </summary>
internal sealed class FirmwareThread : IFirmwareRun, IDisposable
{
    private const int StackBytes = 1024 * 1024;
    private const int MostIdle = 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentStack<FirmwareThread> s_idle = new();

    private readonly SemaphoreSlim _go = new(0);
    private readonly SemaphoreSlim _back = new(0);
    private Action? _job;
    private Exception? _fault;

    private FirmwareThread()
    {
        new Thread(Loop, StackBytes) { IsBackground = true, Name = "firmware" }.Start();
    }

    /// <summary>True once the job is over.</summary>
    public bool HasEnded { get; private set; }

    private bool IsAbandoned { get; set; }

    /// <summary>Takes a thread from the pool, without running anything yet.</summary>
    public static FirmwareThread Rent(Action job)
    {
        FirmwareThread thread = s_idle.TryPop(out FirmwareThread? idle) ? idle : new FirmwareThread();
        thread._job = job;
        thread.HasEnded = false;
        return thread;
    }

    /// <summary>Caller's side: lets the firmware run until it parks or ends.</summary>
    /// <param name="progress">A number that grows while the firmware makes board calls; a firmware that computes for ever is reported.</param>
    /// <returns>True when it ended; the thread is then back in the pool.</returns>
    /// <exception cref="Exception">A fault of the board itself.</exception>
    public bool Run(Func<long> progress)
    {
        if (HasEnded)
        {
            // With a fault that has been told.
            return true;
        }

        long before = progress();
        _go.Release();
        while (!_back.Wait(s_patience))
        {
            long after = progress();
            if (after == before && !Debugger.IsAttached)
            {
                throw new TimeoutException("The firmware has computed for a minute of real time without a board call; virtual time cannot pass in such a loop.");
            }

            before = after;
        }

        if (_fault is { } fault)
        {
            // Of the board itself: what the firmware and listeners throw ends elsewhere. The thread is not used again.
            ExceptionDispatchInfo.Throw(fault);
        }

        // Read before the thread goes back to the pool: from then on another board may have it.
        bool hasEnded = HasEnded;
        if (hasEnded && !IsAbandoned)
        {
            Return();
        }

        return hasEnded;
    }

    /// <summary>Firmware's side: hands control to the caller and waits for it.</summary>
    public void Park()
    {
        _back.Release();
        _go.Wait();
    }

    /// <summary>Firmware's side: gives up a program that will not leave. Never returns.</summary>
    public void Abandon()
    {
        IsAbandoned = true;
        HasEnded = true;
        _back.Release();
        Thread.Sleep(Timeout.Infinite);
    }

    private void Return()
    {
        if (s_idle.Count < MostIdle)
        {
            s_idle.Push(this);
            return;
        }

        _job = null;
        _go.Release();
    }

    /// <summary>Called by the thread itself when it leaves the pool for good.</summary>
    public void Dispose()
    {
        _go.Dispose();
        _back.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _go.Wait();
            Action? job = _job;
            if (job is null)
            {
                Dispose();
                return;
            }

            _job = null;
#pragma warning disable CA1031 // A fault of the board belongs to the caller: here it would end the process, and every other board in it.
            try
            {
                job();
            }
            catch (Exception fault)
            {
                _fault = fault;
            }
#pragma warning restore CA1031

            bool isOver = _fault is not null;
            HasEnded = true;
            _back.Release();
            if (isOver)
            {
                return;
            }
        }
    }
}
