namespace HwToken.Service.Portal.Web;

/// <summary>Makes public answers take one time, whether the credential ID is known or not.</summary>
/// <param name="time">Measures and waits.</param>
public sealed class EvenTime(TimeProvider time)
{
    /// <summary>Well above what an attempt costs on a busy machine, short for a person.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(400);

    /// <summary>Answers after <see cref="Floor"/>; work that took longer is answered at the next multiple of it, so that its length still tells nothing.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="work">What is to be done.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="isVisible">Results that the answer shows in any case: nobody waits for these. Null: every answer waits.</param>
    public async Task<T> SpendAsync<T>(Task<T> work, CancellationToken cancellation, Func<T, bool>? isVisible = null)
    {
        long started = time.GetTimestamp();
        T result = await work.ConfigureAwait(false);
        if (isVisible?.Invoke(result) == true)
        {
            return result;
        }

        TimeSpan spent = time.GetElapsedTime(started);
        TimeSpan due = Floor * Math.Max(1, Math.Ceiling(spent / Floor));
        await Task.Delay(due - spent, time, cancellation).ConfigureAwait(false);
        return result;
    }
}
