namespace HwToken.Factory.Tests;

/// <summary>A clock that fails when it is asked for the n-th time. Registry and ledger ask it inside their transactions, so it cuts work in the middle.</summary>
internal sealed class FailingClock(int failsAt) : TimeProvider
{
    private int _asked;

    public int Asked => _asked;

    public override DateTimeOffset GetUtcNow() => ++_asked == failsAt ? throw new IOException("the power went") : base.GetUtcNow();
}
