using HwToken.Simulator;
using HwToken.Simulator.Records;
using NanoBoard;

namespace HwToken.Rack.Live;

/// <summary>What was done to a token, to be told as a scenario. Another token in its place begins it anew. Not for several threads at once. Holds no secret.</summary>
internal sealed class DeedLog
{
    private const int Most = 2000;

    private readonly Queue<(DateTimeOffset TrueTime, RecordedStart Start, RecordedDeed Deed)> _deeds = new();

    /// <summary>Takes note of a deed before it is done.</summary>
    /// <param name="token">The token.</param>
    /// <param name="faults">Names of the faults that hold.</param>
    /// <param name="trueTime">True time.</param>
    /// <param name="step">The step of a scenario that does the same.</param>
    /// <param name="takes">How much of the token's time the step takes.</param>
    /// <param name="later">How much later than now it happens.</param>
    public void Add(VirtualToken token, IReadOnlyList<string> faults, DateTimeOffset trueTime, string step, TimeSpan takes = default, TimeSpan later = default)
    {
        _deeds.Enqueue((trueTime, StartOf(token, faults), new RecordedDeed(token.Now + later, step, takes, RecordWords.Seen(token.Read()))));
        if (_deeds.Count > Most)
        {
            _deeds.Dequeue();
        }
    }

    /// <summary>Another token is in this place.</summary>
    public void Clear() => _deeds.Clear();

    /// <summary>How the token was, and what was done since a moment of true time.</summary>
    public (RecordedStart Start, IReadOnlyList<RecordedDeed> Deeds)? Since(DateTimeOffset? moment)
    {
        var since = _deeds.Where(one => moment is null || one.TrueTime >= moment).ToArray();
        return since.Length == 0 ? null : (since[0].Start, DeedShapes.Join([.. since.Select(one => one.Deed)]));
    }

    private static RecordedStart StartOf(VirtualToken token, IReadOnlyList<string> faults)
    {
        using var credential = new ReadCredential(token);
        var rtc = token.Board.Rtc;
        TimeSpan? off = rtc.HasStopped || rtc.Time is not { } time ? null : time - token.Now;
        return new RecordedStart(credential.Id, credential.Parameters, token.StoredState?.NextFactor ?? 0, token.Board.State == BoardState.Off, faults, off, rtc.Ppm);
    }
}
