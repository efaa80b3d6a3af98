namespace Nano.System.Threading;

/// <summary>A callback at a token; disposing takes it back.</summary>
public struct CancellationTokenRegistration : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly Action? _callback;

    internal CancellationTokenRegistration(CancellationTokenSource source, Action callback)
    {
        _source = source;
        _callback = callback;
    }

    /// <summary>The same callback.</summary>
    public static bool operator ==(CancellationTokenRegistration left, CancellationTokenRegistration right) => left.Equals(right);

    /// <summary>Another callback.</summary>
    public static bool operator !=(CancellationTokenRegistration left, CancellationTokenRegistration right) => !left.Equals(right);

    /// <summary>Takes the callback back.</summary>
    public readonly void Dispose() => _source?.Forget(_callback!);

    /// <summary>The same callback.</summary>
    public readonly bool Equals(CancellationTokenRegistration other) => _source == other._source && _callback == other._callback;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is CancellationTokenRegistration other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => _callback?.GetHashCode() ?? 0;
}
