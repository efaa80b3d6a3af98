using System.Data.Common;
using HwToken.Validation.Storage;

namespace HwToken.Service.Api;

/// <summary>Logs a database that fails: one line a minute with a count, however many requests meet it. No stack: the place in our code tells nothing.</summary>
/// <param name="logger">Where to.</param>
/// <param name="time">Measures the minute.</param>
internal sealed partial class StorageFailures(ILogger<StorageFailures> logger, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? saidAt;
    private int unsaid;

    /// <summary>Notes one failed request.</summary>
    public void Note(StorageException failure)
    {
        int count;
        lock (gate)
        {
            unsaid++;
            if (saidAt is { } at && time.GetElapsedTime(at) < Pause)
            {
                return;
            }

            (count, unsaid, saidAt) = (unsaid, 0, time.GetTimestamp());
        }

        LogFailures(logger, count, failure.Message, failure.InnerException is DbException cause ? cause.Message : "");
    }

    [LoggerMessage(2, LogLevel.Error, "Requests that failed since the last such line: {Count}. {Advice} ({Cause})")]
    private static partial void LogFailures(ILogger logger, int count, string advice, string cause);
}
