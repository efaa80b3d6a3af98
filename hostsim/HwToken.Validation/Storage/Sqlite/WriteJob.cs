using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>Work with an answer of type <typeparamref name="T"/>.</summary>
internal sealed class WriteJob<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation) : IWriteJob
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Task => done.Task;

    public bool IsCancelled => cancellation.IsCancellationRequested && done.TrySetCanceled(cancellation);

    public async Task RunAsync(ValidationContext context) => answer = await work(context).ConfigureAwait(false);

    public void Answer() => done.TrySetResult(answer!);

    public void Fail(Exception cause) => done.TrySetException(cause);
}
