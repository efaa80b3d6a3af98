namespace HwToken.Service.Tests.Api.Support;

/// <summary>Tells when so many answers have come.</summary>
internal sealed class Countdown(int answers)
{
    private readonly TaskCompletionSource<int> reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int done;
    private volatile bool isOver;

    public Task<int> Reached => reached.Task;

    /// <summary>What was waited for has happened; nobody need answer any more.</summary>
    public bool IsOver => isOver;

    public void End() => isOver = true;

    public void Answered()
    {
        if (Interlocked.Increment(ref done) == answers)
        {
            reached.SetResult(answers);
        }
    }
}
