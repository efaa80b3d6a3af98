using HwToken.Validation.Import;

namespace HwToken.Service.Portal.Desk;

/// <summary>Watches one import.</summary>
/// <param name="onEnd">Called when it is over.</param>
internal sealed class ImportWatch(Action<ImportWatch> onEnd) : IProgress<ImportProgress>, IDisposable
{
    private readonly Lock change = new();
    private ImportProgress? latest;

    /// <summary>What was told last; null: nothing yet.</summary>
    public ImportProgress? Latest
    {
        get
        {
            lock (change)
            {
                return latest;
            }
        }
    }

    public void Report(ImportProgress value)
    {
        lock (change)
        {
            latest = value;
        }
    }

    public void Dispose() => onEnd(this);
}
