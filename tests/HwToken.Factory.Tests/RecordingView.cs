using System.Collections.Concurrent;
using HwToken.Factory.Stations;

namespace HwToken.Factory.Tests;

/// <summary>Remembers what a station shows, and answers what it asks.</summary>
public sealed class RecordingView : IStationView
{
    public ConcurrentQueue<StationEvent> Events { get; } = [];

    /// <summary>What the operator types, by credential ID.</summary>
    public Func<string, string> Typed { get; set; } = _ => "";

    public void Show(StationEvent happened) => Events.Enqueue(happened);

    public Task<string> AskDisplayedCodeAsync(string port, string id, string? remark, CancellationToken cancel) => Task.FromResult(Typed(id));

    public string Messages(StationEventKind kind) => string.Join('\n', Events.Where(happened => happened.Kind == kind).Select(happened => happened.Message));
}
