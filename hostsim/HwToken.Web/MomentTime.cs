namespace HwToken.Web;

/// <summary>
/// True time as it was when a call from the page began. On the caller's stack every step of time inside a wake costs that wake's computing
/// again: within one call there is only one.
/// </summary>
internal sealed class MomentTime : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    /// <summary>Takes true time anew.</summary>
    public void Move() => _now = System.GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;
}
