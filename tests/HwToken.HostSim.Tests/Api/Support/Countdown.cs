namespace HwToken.HostSim.Tests.Api.Support;

/// <summary>Tells when so many answers have come.</summary>
internal sealed class Countdown(int answers)
{
    private readonly TaskCompletionSource<int> reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int done;

    public Task<int> Reached => reached.Task;

    public void Answered()
    {
        if (Interlocked.Increment(ref done) == answers)
        {
            reached.SetResult(answers);
        }
    }
}
