using NanoBoard.Running;

namespace Nano.System.Threading;

/// <summary>nanoFramework's <c>System.Threading.CancellationTokenSource</c>, its times on virtual time.</summary>
public class CancellationTokenSource : IDisposable
{
    private readonly List<Action> _callbacks = [];
    private Timer? _timer;

    /// <summary>A source that is not cancelled.</summary>
    public CancellationTokenSource()
    {
        Boot.Call();
    }

    /// <summary>A source that cancels itself.</summary>
    /// <param name="millisecondsDelay">When; -1: not.</param>
    public CancellationTokenSource(int millisecondsDelay)
        : this()
    {
        CancelAfter(millisecondsDelay);
    }

    /// <summary>A source that cancels itself.</summary>
    /// <param name="delay">When; -1 ms: not.</param>
    public CancellationTokenSource(TimeSpan delay)
        : this()
    {
        CancelAfter(delay);
    }

    private CancellationTokenSource(bool isCancelled)
    {
        IsCancelled = isCancelled;
        Handle.IsSet = isCancelled;
    }

    /// <summary>It was cancelled.</summary>
    public bool IsCancellationRequested
    {
        get
        {
            Boot.Call();
            return IsCancelled;
        }
    }

    /// <summary>It was cancelled; for the board itself, which takes no time to ask.</summary>
    internal bool IsCancelled { get; private set; }

    /// <summary>What asks it.</summary>
    public CancellationToken Token => new(this);

    internal static CancellationTokenSource Cancelled { get; } = new(true);

    internal ManualResetEvent Handle { get; } = new(false);

    /// <summary>Cancels: sets the wait handle, then calls back, the last registered first.</summary>
    public void Cancel() => Cancel(false);

    /// <summary>Cancels: sets the wait handle, then calls back, the last registered first.</summary>
    /// <param name="throwOnFirstException">Without effect: an exception of a callback comes out in any case.</param>
    public void Cancel(bool throwOnFirstException)
    {
        Boot.Call();
        if (IsCancelled)
        {
            return;
        }

        IsCancelled = true;
        Handle.IsSet = true;
        Action[] callbacks = [.. _callbacks];
        _callbacks.Clear();
        foreach (Action callback in callbacks.Reverse())
        {
            callback();
        }
    }

    /// <summary>Cancels later.</summary>
    public void CancelAfter(TimeSpan delay) => CancelAfter((int)(delay.Ticks / TimeSpan.TicksPerMillisecond));

    /// <summary>Cancels later.</summary>
    /// <param name="millisecondsDelay">When; -1: not.</param>
    public void CancelAfter(int millisecondsDelay)
    {
        if (_timer is null)
        {
            _timer = new Timer(_ => Cancel(), null, millisecondsDelay, -1);
        }
        else
        {
            _timer.Change(millisecondsDelay, -1);
        }
    }

    /// <summary>Stops its timer.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    internal CancellationTokenRegistration Register(Action callback)
    {
        if (IsCancelled)
        {
            callback();
        }
        else
        {
            _callbacks.Add(callback);
        }

        return new CancellationTokenRegistration(this, callback);
    }

    internal void Forget(Action callback) => _callbacks.Remove(callback);

    /// <summary>Stops its timer.</summary>
    protected virtual void Dispose(bool disposing) => _timer?.Dispose();
}
