namespace HwToken.HostSim.Serving;

/// <summary>Lets something that is disposed at once stand among what is disposed asynchronously.</summary>
internal sealed class AsyncDisposeAdapter(IDisposable part) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        part.Dispose();
        return ValueTask.CompletedTask;
    }
}
