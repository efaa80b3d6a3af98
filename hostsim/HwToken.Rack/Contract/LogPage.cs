namespace HwToken.Rack.Contract;

/// <summary>A line of the log, in words that the page translates.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="At">Virtual Unix time in milliseconds.</param>
/// <param name="Group"><c>wake</c>, <c>screen</c>, <c>flash</c> or <c>other</c>.</param>
/// <param name="What">What happened; a key of the page's texts.</param>
/// <param name="Values">What to put into the sentence.</param>
internal sealed record LogEntry(long Number, long At, string Group, string What, IReadOnlyDictionary<string, string> Values);

/// <summary>Lines of the log, oldest first.</summary>
/// <param name="Reset">True: they replace what was sent before.</param>
/// <param name="Entries">The lines.</param>
internal sealed record LogPage(bool Reset, IReadOnlyList<LogEntry> Entries);
