namespace Nano.System.Threading;

/// <summary>nanoFramework's <c>System.Threading.CancellationToken</c>: asks whether to go on.</summary>
public struct CancellationToken
{
    private readonly CancellationTokenSource? _source;

    /// <summary>A token that is cancelled from the beginning, or never.</summary>
    public CancellationToken(bool canceled)
    {
        _source = canceled ? CancellationTokenSource.Cancelled : null;
    }

    internal CancellationToken(CancellationTokenSource source)
    {
        _source = source;
    }

    /// <summary>A token that is never cancelled.</summary>
    public static CancellationToken None => default;

    /// <summary>Stop.</summary>
    public readonly bool IsCancellationRequested => _source is { IsCancellationRequested: true };

    internal readonly bool IsCancelled => _source is { IsCancelled: true };

    /// <summary>Somebody may cancel it.</summary>
    public readonly bool CanBeCanceled => _source is not null;

    /// <summary>Set when it is cancelled.</summary>
    public readonly WaitHandle WaitHandle => _source?.Handle ?? new ManualResetEvent(false);

    /// <summary>Calls back when it is cancelled; at once, if it is.</summary>
    public readonly CancellationTokenRegistration Register(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return _source?.Register(callback) ?? default;
    }

    /// <summary>Of the same source.</summary>
    public readonly bool Equals(CancellationToken other) => ReferenceEquals(_source, other._source);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is CancellationToken token && Equals(token);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => _source?.GetHashCode() ?? 0;

    /// <summary>Throws when it is cancelled.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public readonly void ThrowIfCancellationRequested()
    {
        if (IsCancellationRequested)
        {
            throw new OperationCanceledException("The operation was cancelled.");
        }
    }
}
