namespace HwToken.Validation.Storage;

/// <summary>Work with an answer of type <typeparamref name="T"/>.</summary>
internal sealed class WriteJob<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation) : IWriteJob
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Task => done.Task;

    public bool IsCancelled => cancellation.IsCancellationRequested && done.TrySetCanceled(cancellation);

    public async Task RunAsync(DbSession session) => answer = await work(session).ConfigureAwait(false);

    public void Answer() => done.TrySetResult(answer!);

    public void Fail(Exception cause) => done.TrySetException(cause);
}
