using HwToken.Rack.Contract;

namespace HwToken.Rack.Live;

/// <summary>Two equal marks: nothing to tell the page in between.</summary>
internal sealed record ViewMark(TokenOnBench Bench, long Events, long Changes, long Picture, Activity Activity, bool IsSteady, bool IsAhead, long LastLog);
