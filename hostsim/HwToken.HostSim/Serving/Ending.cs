namespace HwToken.HostSim.Serving;

/// <summary>Something that ends at once, in the order of the others.</summary>
internal sealed class Ending(IDisposable part) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        part.Dispose();
        return ValueTask.CompletedTask;
    }
}
