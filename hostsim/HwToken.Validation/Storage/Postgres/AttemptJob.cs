using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage.Attempts;

namespace HwToken.Validation.Storage.Postgres;

/// <summary>An attempt that waits for its batch.</summary>
internal sealed class AttemptJob(AttemptRequest request, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<AttemptOutcome> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AttemptRequest Request { get; } = request;

    public Task<AttemptOutcome> Task => done.Task;

    /// <summary>The caller has gone and nothing was done yet.</summary>
    public bool IsCancelled => cancellation.IsCancellationRequested && done.TrySetCanceled(cancellation);

    /// <summary>Gives the answer, after the commit.</summary>
    public void Answer(AttemptOutcome outcome) => done.TrySetResult(outcome);

    /// <summary>Gives the error.</summary>
    public void Fail(Exception cause) => done.TrySetException(cause);
}
