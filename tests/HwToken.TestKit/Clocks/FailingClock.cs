namespace HwToken.TestKit;

/// <summary>A clock that fails when it is asked for the n-th time. Registry and ledger ask it inside their transactions, so it cuts work in the middle.</summary>
/// <param name="failsAt">1: already the first time.</param>
public sealed class FailingClock(int failsAt) : TimeProvider
{
    private int _asked;

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    /// <inheritdoc/>
    /// <exception cref="IOException">It is the n-th time.</exception>
    public override DateTimeOffset GetUtcNow() => ++_asked == failsAt ? throw new IOException("the power went") : base.GetUtcNow();
}
