namespace NanoBoard.Running;

/// <summary>The platform's thread that runs what the program left to be called: event handlers, or timers' callbacks. One after another.</summary>
internal sealed class HandlerThread
{
    private readonly Boot _boot;
    private readonly Queue<Action> _queue = new();

    public HandlerThread(Boot boot)
    {
        _boot = boot;
        ProgramThreads threads = boot.Threads;
        threads.Start(Run, threads.NextId(), isPlatforms: true, () => _queue.Count > 0);
    }

    /// <summary>Queues a call.</summary>
    public void Post(Action handler) => _queue.Enqueue(handler);

    private void Run()
    {
        while (true)
        {
            _boot.SpendUntil(long.MaxValue, () => _queue.Count > 0);
            _boot.SomethingDone();
            try
            {
                _queue.Dequeue()();
            }
            catch (FirmwareUnwoundException)
            {
                throw;
            }
#pragma warning disable CA1031 // An exception in a handler ends the handler, not Main.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (!_boot.IsDead)
                {
                    _boot.Board.ReportHandlerFailure(e);
                }
            }
        }
    }
}
