namespace HwToken.HostSim.Portal.Web;

/// <summary>Makes public answers take one time, whether the credential ID is known or not.</summary>
internal static class EvenTime
{
    /// <summary>Well above what an attempt costs on a busy machine, short for a person.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(400);

    public static async Task<T> SpendAsync<T>(Task<T> work, CancellationToken cancellation)
    {
        Task floor = Task.Delay(Floor, cancellation);
        T result = await work.ConfigureAwait(false);
        await floor.ConfigureAwait(false);
        return result;
    }
}
